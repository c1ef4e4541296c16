import { networkOf } from './address.ts'

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
/** As `addressOf` writes them: of an IPv6 address the network. */
const LOOPBACK = /^(127\.|0:0:0:0::\/64$)/

type Asked = {
  host: string | null
  address: string
  /** X-Forwarded-For; Next itself writes the socket's address there when nobody else has. */
  forwardedFor: string | null
}

/**
 * Whether a request was made on the machine the site runs on, and the site is for this machine only.
 * The address, because with another `HOST` the network gets in; the name, because a foreign page
 * whose name is made to point here comes from here, too; for whom it was forwarded, because a tunnel
 * to a site that does not know of it comes from here under our own name.
 */
export function isLocalRequest({ host, address, forwardedFor }: Asked, origins: string[]): boolean {
  const isLocal = (url: string) => URL.canParse(url) && NAMES.has(new URL(url).hostname)
  const hops = forwardedFor?.split(',').map(networkOf) ?? []
  const isFromHere = [address, ...hops].every((each) => LOOPBACK.test(each))
  return origins.every(isLocal) && isLocal(`http://${host}`) && isFromHere
}
