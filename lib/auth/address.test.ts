import { expect, test } from 'vitest'
import { addressOf, stampAddress } from './address.ts'

function stamped(headers: Record<string, string>, remote: string, proxies = 0) {
  stampAddress(headers, remote, proxies)
  return addressOf((name) => headers[name])
}

test('a forged header does not change the address', () => {
  const forged = { 'x-forwarded-for': '1.2.3.4', 'x-framewise-address': '1.2.3.4' }
  expect(stamped({ ...forged }, '203.0.113.9')).toBe('203.0.113.9')
})

test('behind a proxy of ours it is what that proxy wrote, not what was sent to it', () => {
  const headers = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' }
  expect(stamped({ ...headers }, '127.0.0.1', 1)).toBe('203.0.113.9')
  expect(stamped({}, '127.0.0.1', 1)).toBe('127.0.0.1')
})

test.each([
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['fe80::1%br-1a2b', 'fe80:0:0:0::/64'],
  ['fe80::1%eth0.5', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(stamped({}, address)).toBe(network)
})
