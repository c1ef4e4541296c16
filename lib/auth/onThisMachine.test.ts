import { expect, test } from 'vitest'
import { addressOf, stampAddress } from './address.ts'
import { isOnThisMachine } from './onThisMachine.ts'

const own = ['http://localhost:3000', 'http://127.0.0.1:3000']

function from(remote: string): string {
  const headers: Record<string, string> = {}
  stampAddress(headers, remote, 0)
  return addressOf((name) => headers[name])
}

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('someone at this machine: %s', (remote) => {
  expect(isOnThisMachine({ host: 'localhost:3000', address: from(remote) }, own)).toBe(true)
})

test.each([
  ['from the network, whatever Host is sent', 'localhost:3000', '192.168.1.7', own],
  ['over IPv6', 'localhost:3000', 'fe80::1', own],
  ['a foreign name that points here', 'evil.example:3000', '127.0.0.1', own],
  ['no Host', null, '127.0.0.1', own],
  ['the proxy of a site for the world', 'localhost:3000', '127.0.0.1', ['https://films.example']],
])('not %s', (_, host, remote, origins) => {
  expect(isOnThisMachine({ host, address: from(remote) }, origins)).toBe(false)
})
