import { networkOf } from './address.ts'

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
/** In the form of `addressOf`: an IPv6 address as its network. */
const LOOPBACK = /^(127\.|0:0:0:0::\/64$)/

type LocalRequest = {
  host: string | null
  address: string
  /** X-Forwarded-For; Next sets it to the socket's address when it is missing. */
  forwardedFor: string | null
}

/**
 * Whether a request was made on the machine that the site runs on, and the site is for this machine
 * only. Checks the address, because with another `HOST` the network can connect; the host name, against
 * DNS rebinding; and the forwarded addresses, because a tunnel connects from this machine and can keep
 * our own host name.
 */
export function isLocalRequest(
  { host, address, forwardedFor }: LocalRequest,
  origins: string[],
): boolean {
  const isLocal = (url: string) => URL.canParse(url) && NAMES.has(new URL(url).hostname)
  const hops = forwardedFor?.split(',').map(networkOf) ?? []
  const isFromHere = [address, ...hops].every((each) => LOOPBACK.test(each))
  return origins.every(isLocal) && isLocal(`http://${host}`) && isFromHere
}
