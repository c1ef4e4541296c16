import { buildSite } from './run/buildSite.ts'
import { createStopSignal } from './run/stopSignal.ts'
import { endToEnd } from './test/endToEnd.ts'
import { haveFfmpeg, haveNginx } from './test/havePrograms.ts'
import { runStages, type Stage } from './test/runStages.ts'
import { type BrowserProject, lint, types, vitest } from './test/stages.ts'
import { tallyOfExit } from './test/tally.ts'
import { openTestEnvironment } from './test/testEnvironment.ts'

/*
 * npm test [STAGE...] [FILTER...]: runs the default stages or those named, on a database that is
 * deleted afterwards; a failed stage does not stop the next. The last line holds the number of tests
 * passed and failed. A filter is a part of a test file's path.
 */
const log = (line: string) => console.log(line)
const stop = createStopSignal()
const keyspace = process.env.CASSANDRA_KEYSPACE || 'framewise'
const environment = openTestEnvironment(() => {})

const defaultStages: Stage[] = [
  { name: 'lint', run: async () => lint(settings) },
  { name: 'types', run: async () => types(settings) },
  { name: 'unit', run: async () => vitest('unit', {}, settings) },
  {
    name: 'integration',
    run: async () => {
      await environment.database()
      await haveFfmpeg(log, stop)
      await haveNginx(log, stop)
      return vitest('integration', { CASSANDRA_KEYSPACE: keyspace }, settings)
    },
  },
  {
    name: 'build',
    run: async () => {
      await buildSite(() => {}, stop)
      return { ...tallyOfExit(0), output: '' }
    },
  },
  {
    name: 'e2e',
    run: async () => inBrowsers(['pages', 'videos']),
  },
]

/** Starts and kills whole sites: slow, so only when named. */
const start: Stage = {
  name: 'start',
  run: async () => {
    await environment.database()
    return vitest('process', { CASSANDRA_KEYSPACE: `${keyspace}_test` }, settings)
  },
}

/** Every gesture with every clip, and hundreds of killed tabs: half an hour, so only when named. */
const exact: Stage = { name: 'exact', run: () => runAndPrint('exact') }

/** Videos at their real hosts, those that can be reached: only when named. */
const live: Stage = { name: 'live', run: () => runAndPrint('live') }

/** The output lists what was measured and what was skipped. */
async function runAndPrint(project: BrowserProject) {
  const result = await inBrowsers([project])
  if (result.failed === 0) log(result.output)
  return result
}

/** Race conditions that take minutes to provoke: only when named. */
const race: Stage = {
  name: 'race',
  run: async () => {
    await environment.database()
    const env = { CASSANDRA_KEYSPACE: keyspace, SIGN_UP_ROUNDS: '50' }
    return vitest('integration', env, { ...settings, filters: ['signUpRace'] })
  },
}

async function inBrowsers(projects: BrowserProject[]) {
  await environment.database()
  return endToEnd(await buildSite(() => {}, stop), projects, settings, log)
}

const all = [...defaultStages, start, exact, live, race]
const args = process.argv.slice(2)
const named = all.filter(({ name }) => args.includes(name))
const filters = args.filter((word) => !all.some(({ name }) => name === word))
const settings = { folder: environment.folder, stop, filters }

const chosen = named.length > 0 ? named : defaultStages

try {
  // The database boots while the first stages run; a stage that needs it reports an error.
  if (chosen.some(({ name }) => ['integration', 'e2e', 'exact', 'live', 'race'].includes(name)))
    environment.database().catch(() => {})
  const { passed, failed } = await runStages(chosen, stop)
  log(stop.aborted ? `\n${stop.reason.message}` : `${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || stop.aborted ? 1 : 0
} finally {
  await environment.clear()
}
process.exit()
