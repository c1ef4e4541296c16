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
 * npm run bench [MEASURE...] [-- --scale=N]: runs all measures or those named, one after the other, on
 * a database that is deleted afterwards, and prints the table. A run of all also writes
 * docs/benchmarks.md. --scale: the share of the full load that `rollup` uses; 0.1 by default.
 */
const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')
const log = (line: string) => console.log(line)
const args = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const scale = process.argv.find((word) => word.startsWith('--scale='))?.slice('--scale='.length)
const names = Object.keys(measures).filter((name) => args.length === 0 || args.includes(name))
const stop = createStopSignal()
const load = loadNow()
const begun = Date.now()
const environment = openTestEnvironment(log)
const keyspace = process.env.CASSANDRA_KEYSPACE ?? ''

try {
  const [distDir] = await Promise.all([buildSite(log, stop), environment.database()])
  const results = new Map<string, Result>()
  for (const name of names) results.set(name, await runMeasure(name, distDir))
  const rows = [...results.values()].flatMap((result) => result.rows)
  for (const { notes } of results.values()) for (const note of notes) log(`- ${note}`)
  log(`\n${toTable(rows)}`)
  const minutes = (Date.now() - begun) / 60_000
  if (args.length === 0) writeFileSync(DOCUMENT, toDocument(results, { load, minutes, begun }))
} catch (error) {
  console.error(stop.aborted ? stop.reason.message : error)
  process.exitCode = 1
} finally {
  await environment.clear()
}
process.exit()

async function runMeasure(name: string, distDir: string): Promise<Result> {
  stop.throwIfAborted()
  log(`${name}:`)
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
  return { rows: [], notes: ['It could not be measured: see what was printed.'] }
}
