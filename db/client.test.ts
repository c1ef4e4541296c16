import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

it.each([
  ['127.0.0.1:19042, 127.0.0.2:19042', 19042],
  ['db.example', 9042],
  ['[::1]:9043', 9043],
  ['::1', 9042],
])('connects to discovered nodes of %s at port %i', async (points, port) => {
  vi.stubEnv('CASSANDRA_CONTACT_POINTS', points)
  const { makeClient } = await import('./client.ts')
  const client = makeClient()
  expect(Reflect.get(client, 'options').protocolOptions.port).toBe(port)
  await client.shutdown()
})
