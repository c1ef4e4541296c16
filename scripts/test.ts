import { buildSite } from './run/siteBuild.ts'
import { stopSignal } from './run/stopSignal.ts'
import { endToEnd } from './test/endToEnd.ts'
import { haveFfmpeg, haveNginx } from './test/havePrograms.ts'
import { runStages, type Stage } from './test/runStages.ts'
import { type BrowserProject, lint, types, vitest } from './test/stages.ts'
import { asOne } from './test/tally.ts'
import { openTestGround } from './test/testGround.ts'

/*
 * npm test [STAGE...] [FILTER...]: every stage, or those named, whatever the others come to, on a
 * database that is thrown away. The last line counts. A filter is a part of a test file's path.
 */
const say = (line: string) => console.log(line)
const stop = stopSignal()
const keyspace = process.env.CASSANDRA_KEYSPACE || 'framewise'
const ground = openTestGround(() => {})

const usual: Stage[] = [
  { name: 'lint', run: async () => lint(setting) },
  { name: 'types', run: async () => types(setting) },
  { name: 'unit', run: async () => vitest('unit', {}, setting) },
  {
    name: 'integration',
    run: async () => {
      await ground.database()
      await haveFfmpeg(say, stop)
      await haveNginx(say, stop)
      return vitest('integration', { CASSANDRA_KEYSPACE: keyspace }, setting)
    },
  },
  {
    name: 'build',
    run: async () => {
      await buildSite(() => {}, stop)
      return { ...asOne(0), output: '' }
    },
  },
  {
    name: 'e2e',
    run: async () => inBrowsers(['pages', 'videos']),
  },
]

/** Starts and kills whole sites: slow, and only by name. */
const start: Stage = {
  name: 'start',
  run: async () => {
    await ground.database()
    return vitest('process', { CASSANDRA_KEYSPACE: `${keyspace}_test` }, setting)
  },
}

/** Every gesture with every clip, and tabs killed by the hundred: half an hour, and only by name. */
const exact: Stage = { name: 'exact', run: () => tellAll('exact') }

/** Videos at their real hosts: only by name, and only what can be reached. */
const live: Stage = { name: 'live', run: () => tellAll('live') }

/** What was measured, or left out, stands in the output. */
async function tellAll(project: BrowserProject) {
  const outcome = await inBrowsers([project])
  if (outcome.failed === 0) say(outcome.output)
  return outcome
}

/** The races that take minutes: only by name. */
const race: Stage = {
  name: 'race',
  run: async () => {
    await ground.database()
    const env = { CASSANDRA_KEYSPACE: keyspace, SIGN_UP_ROUNDS: '50' }
    return vitest('integration', env, { ...setting, filters: ['signUpRace'] })
  },
}

async function inBrowsers(projects: BrowserProject[]) {
  await ground.database()
  return endToEnd(await buildSite(() => {}, stop), projects, setting, say)
}

const all = [...usual, start, exact, live, race]
const asked = process.argv.slice(2)
const named = all.filter(({ name }) => asked.includes(name))
const filters = asked.filter((word) => !all.some(({ name }) => name === word))
const setting = { folder: ground.folder, stop, filters }

const chosen = named.length > 0 ? named : usual

try {
  // It boots while the first stages run; whoever needs it hears how that went.
  if (chosen.some(({ name }) => ['integration', 'e2e', 'exact', 'live', 'race'].includes(name)))
    ground.database().catch(() => {})
  const { passed, failed } = await runStages(chosen, stop)
  say(stop.aborted ? `\n${stop.reason.message}` : `${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || stop.aborted ? 1 : 0
} finally {
  await ground.clear()
}
process.exit()
