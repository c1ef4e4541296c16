import { expect, it } from 'vitest'
import { pathsIn } from './paths.ts'

it('keeps everything below the data folder', () => {
  const { root, socket, storage } = pathsIn('/srv/site')
  expect(root).toBe('/srv/site/cassandra')
  expect(socket).toBe('/srv/site/cassandra/keeper.sock')
  expect(storage).toBe('/srv/site/cassandra/storage')
})

it('finds a place for the socket where the folder is too long for one', () => {
  const { socket } = pathsIn(`/${'deep/'.repeat(30)}site`)
  expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(100)
  expect(socket).not.toBe(pathsIn(`/${'deep/'.repeat(31)}site`).socket)
})
