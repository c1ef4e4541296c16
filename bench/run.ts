import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite } from '../scripts/run/buildSite.ts'
import { runScript } from '../scripts/run/childProcess.ts'
import { createStopSignal } from '../scripts/run/stopSignal.ts'
import { openTestEnvironment } from '../scripts/test/testEnvironment.ts'
import { toDocument } from './document.ts'
import { loadNow } from './machine.ts'
import { measures } from './measures.ts'
import type { Result } from './result.ts'
import { toTable } from './table.ts'

/*
 * npm run bench [MEASURE...] [-- --scale=N]: every measure, or those named, one after the other on a
 * database that is thrown away; prints the table. All of them write docs/benchmarks.md as well.
 * --scale: the part of the seed's load that `rollup` takes, 0.1 unless told; 1 is all of it.
 */
const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')
const say = (line: string) => console.log(line)
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const scale = process.argv.find((word) => word.startsWith('--scale='))?.slice('--scale='.length)
const names = Object.keys(measures).filter((name) => asked.length === 0 || asked.includes(name))
const stop = createStopSignal()
const load = loadNow()
const begun = Date.now()
const environment = openTestEnvironment(say)
const keyspace = process.env.CASSANDRA_KEYSPACE ?? ''

try {
  const [distDir] = await Promise.all([buildSite(say, stop), environment.database()])
  const results = new Map<string, Result>()
  for (const name of names) results.set(name, await runMeasure(name, distDir))
  const lines = [...results.values()].flatMap((result) => result.lines)
  for (const { notes } of results.values()) for (const note of notes) say(`- ${note}`)
  say(`\n${toTable(lines)}`)
  const minutes = (Date.now() - begun) / 60_000
  if (asked.length === 0) writeFileSync(DOCUMENT, toDocument(results, { load, minutes, begun }))
} catch (error) {
  console.error(stop.aborted ? stop.reason.message : error)
  process.exitCode = 1
} finally {
  await environment.clear()
}
process.exit()

async function runMeasure(name: string, distDir: string): Promise<Result> {
  stop.throwIfAborted()
  say(`${name}:`)
  const { child, ended } = runScript(['bench/runMeasure.ts', name], {
    stop,
    env: {
      CASSANDRA_KEYSPACE: `${keyspace}_${name}`,
      NEXT_DIST_DIR: distDir,
      BEACONS_PER_MINUTE: '1000000',
      BENCH_SCALE: scale ?? '0.1',
    },
  })
  const first = await Promise.race([once(child, 'message'), ended])
  await ended
  if (typeof first !== 'number') return first[0]
  stop.throwIfAborted()
  process.exitCode = 1
  return { lines: [], notes: ['It could not be measured: see what was printed.'] }
}
