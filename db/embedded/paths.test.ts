import { expect, it } from 'vitest'
import { pathsIn } from './paths.ts'

it('keeps everything below the data folder', () => {
  const { root, socket, storage } = pathsIn('/srv/site')
  expect(root).toBe('/srv/site/cassandra')
  expect(socket).toBe('/srv/site/cassandra/keeper.sock')
  expect(storage).toBe('/srv/site/cassandra/storage')
})

it('puts the socket into the temporary folder when the data folder is too long for one', () => {
  const { socket } = pathsIn(`/${'deep/'.repeat(30)}site`)
  expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(100)
  expect(socket).not.toBe(pathsIn(`/${'deep/'.repeat(31)}site`).socket)
})
