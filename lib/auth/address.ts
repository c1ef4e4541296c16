import { isIPv6 } from 'node:net'
import { env } from '#lib/env.ts'

const HEADER = 'x-framewise-address'
const UNKNOWN = 'unknown'

type Headers = Record<string, string | string[] | undefined>

/**
 * Writes who really asks into a header of our own, over whatever the client put there. With
 * `TRUSTED_PROXIES` = n the n-th entry of X-Forwarded-For from its end, which our own outermost
 * proxy wrote; otherwise the socket's other end. Everything further left anyone can forge.
 */
export function stampAddress(
  headers: Headers,
  remote: string | undefined,
  proxies = env().TRUSTED_PROXIES,
): void {
  const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const forwarded = proxies > 0 ? hops.at(-proxies)?.trim() : undefined
  headers[HEADER] = networkOf(forwarded || remote || UNKNOWN)
}

/** The address a request was stamped with; under `next dev`, where nobody stamps, the last hop. */
export function addressOf(header: (name: string) => string | null | undefined): string {
  const stamped = header(HEADER)
  if (stamped) return stamped
  const last = header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return networkOf(last || UNKNOWN)
}

/** What one household or machine shares: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain.slice(0, 45)
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? []
  const start = head ? head.split(':') : []
  const end = tail ? tail.split(':') : []
  const zeros = Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0')
  const groups = [...start, ...(tail === undefined ? [] : zeros), ...end]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
