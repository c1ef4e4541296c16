import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { freePorts } from '#db/embedded/ports.ts'
import { SiteProcess } from '#testing/siteProcess.ts'
import { until } from '#testing/until.ts'

// One data folder for all tests: each starts from the state the previous one left.
const folder = mkdtempSync(join(tmpdir(), 'framewise-start-'))
const dataDir = join(folder, 'data')
const [port = 0, otherPort = 0] = await freePorts(2)
let site: SiteProcess

const start = () => {
  site = new SiteProcess(dataDir, port)
  return site
}

afterEach(() => {
  for (const { pid } of site.members()) process.kill(pid, 'SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pageStatus = async () => {
  const response = await fetch(`${site.url}/`, { headers: { accept: 'text/html' } })
  return response.status
}

it('starts from nothing; recovers when Cassandra is killed; ends on SIGTERM to npm alone', async () => {
  await start().untilItPrints('Ready: ')
  expect(site.output).toMatch(/^Demo owner: owner@framewise\.example \S{12,}$/m)
  expect(site.output).toMatch(/^Demo member: member@framewise\.example \S{12,}$/m)
  expect(await pageStatus()).toBe(200)

  process.kill(site.find('CassandraDaemon').pid, 'SIGKILL')
  expect(await pageStatus()).toBe(503)
  await until(async () => (await pageStatus()) === 200, {
    what: 'the page is back',
    withinMs: 150_000,
  })

  site.npm.kill('SIGTERM')
  await site.exitCode()
  await site.untilNothingIsLeft()
  const log = readFileSync(join(dataDir, 'cassandra', 'log', 'system.log'), 'utf8')
  expect(log.trimEnd().split('\n').at(-1)).toContain('Cassandra shutdown complete')
})

it('starts again in less than 15 s without new demo accounts; ends on Ctrl-C', async () => {
  const startedAt = Date.now()
  await start().untilItPrints('Ready: ')
  const seconds = (Date.now() - startedAt) / 1000
  console.log(`The second start took ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(15)
  expect(site.output).not.toContain('Demo ')

  site.signalGroup('SIGINT')
  await site.exitCode()
  await site.untilNothingIsLeft()
})

it.each([
  ['npm start', 'SIGKILL'],
  ['npm start', 'SIGTERM'],
  ['bootstrap.mjs\0scripts/start.ts', 'SIGTERM'],
  ['/scripts/start.ts', 'SIGKILL'],
] as const)('leaves no process when only %j gets %s', async (commandPart, signal) => {
  await start().untilItPrints('Ready: ')
  process.kill(site.find(commandPart).pid, signal)
  await site.untilNothingIsLeft()
})

it('reports in one line that the port or the folder is taken', async () => {
  const first = start()
  await first.untilItPrints('Ready: ')
  const samePort = new SiteProcess(join(folder, 'other'), port)
  expect(await samePort.exitCode()).toBe(1)
  expect(samePort.output).toContain(`Port ${port} is taken`)
  const sameFolder = new SiteProcess(dataDir, otherPort)
  expect(await sameFolder.exitCode()).toBe(1)
  expect(sameFolder.output).toContain(`A site already runs on DATA_DIR=${dataDir}`)
  expect(await pageStatus()).toBe(200)
})

it('recovers after kill -9 of everything but Cassandra', async () => {
  // The previous test has killed every process, Cassandra too.
  await start().untilItPrints('Ready: ')
  expect(site.output).toContain('The last start was killed')
  const cassandra = site.find('CassandraDaemon').pid
  for (const { pid } of site.members()) if (pid !== cassandra) process.kill(pid, 'SIGKILL')
  await start().untilItPrints('Ready: ')
  expect(site.output).toContain(`A Cassandra was left running (pid ${cassandra})`)
  expect(await pageStatus()).toBe(200)
})
