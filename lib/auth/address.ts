import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'
import { env } from '#lib/env.ts'

const HEADER = 'x-framewise-address'
const UNKNOWN = 'unknown'

type Headers = Record<string, string | string[] | undefined>

/**
 * Writes the client's address into a header of our own, over any value the client sent. With
 * `TRUSTED_PROXIES` = n it is the n-th entry of X-Forwarded-For from the end, written by the
 * outermost of our own proxies; with 0 the socket's peer. Anyone can forge the entries further left.
 */
export function stampAddress(
  headers: Headers,
  remote: string | undefined,
  proxies = env().TRUSTED_PROXIES,
): void {
  const request = { headers, socket: { remoteAddress: remote } } as IncomingMessage
  headers[HEADER] = networkOf(proxyAddr(request, (_, hop) => hop < proxies) || UNKNOWN)
}

/** The address stamped on a request; `next dev` stamps none, there it is the last hop. */
export function addressOf(header: (name: string) => string | null | undefined): string {
  const stamped = header(HEADER)
  if (stamped) return stamped
  const last = header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return networkOf(last || UNKNOWN)
}

/** What one household or machine shares: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(text: string): string {
  const address = text.trim()
  if (!isIPv6(address)) return address.slice(0, 45)
  // ipaddr.js refuses zones such as `%br-1a2b` and `%eth0.5`, which a link-local peer's address has.
  const ip = ipaddr.IPv6.parse(address.replace(/%.*/, ''))
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address().toString()
  const prefix = ip.parts.slice(0, 4).map((part) => part.toString(16))
  return `${prefix.join(':')}::/64`
}
