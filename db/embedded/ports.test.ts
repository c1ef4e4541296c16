import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { choosePorts, freePorts, isPortFree, readPorts } from './ports.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ports-'))
  file = join(folder, 'ports.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('stores the ports it chose', async () => {
  const chosen = await choosePorts(file)
  expect(chosen.native).not.toBe(chosen.storage)
  expect(await choosePorts(file)).toEqual(chosen)
})

it.each(['native', 'storage'] as const)('chooses new ones when %s is taken', async (name) => {
  const first = await choosePorts(file)
  const second = await choosePorts(file, async (port) => port !== first[name])
  expect(second).not.toEqual(first)
  expect(readPorts(file)).toEqual(second)
})

it.each(['', '{}', '{"native":0,"storage":1}', '{"native":7,"storage":7}', '{"native":"7"}'])(
  'reads nothing from %j',
  (text) => {
    writeFileSync(file, text)
    expect(readPorts(file)).toBeUndefined()
  },
)

it('finds different ports, and sees when one is taken', async () => {
  const ports = await freePorts(3)
  expect(new Set(ports).size).toBe(3)
  const [port = 0] = ports
  expect(await isPortFree(port)).toBe(true)
  const server = createServer()
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  expect(await isPortFree(port)).toBe(false)
  await new Promise((closed) => server.close(closed))
})
