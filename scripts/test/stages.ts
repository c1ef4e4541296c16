import { join } from 'node:path'
import { type Running, runScript } from '../run/childProcess.ts'
import type { Outcome } from './runStages.ts'
import { asOne, readPlaywrightReport, readVitestReport, tallyOf } from './tally.ts'

/** What a stage runs in: a folder that goes in the end, and what ends it early. */
export type Setting = { folder: string; stop: AbortSignal; filters: string[] }

const bin = (...parts: string[]) => join('node_modules', ...parts)
const BIOME = bin('@biomejs', 'biome', 'bin', 'biome')
const NEXT = bin('next', 'dist', 'bin', 'next')
const TSC = bin('typescript', 'bin', 'tsc')
const VITEST = bin('vitest', 'vitest.mjs')
const PLAYWRIGHT = bin('@playwright', 'test', 'cli.js')

export const lint = (setting: Setting) => whole(run([BIOME, 'check', '.'], setting))

/** Next first writes down the types of the routes, which pages refer to. */
export async function types(setting: Setting): Promise<Outcome> {
  const routes = await whole(run([NEXT, 'typegen'], setting))
  return routes.failed > 0 ? routes : whole(run([TSC, '--noEmit'], setting))
}

export async function vitest(
  project: 'unit' | 'integration' | 'process',
  env: Record<string, string>,
  setting: Setting,
): Promise<Outcome> {
  const report = join(setting.folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    VITEST,
    'run',
    '--project',
    project,
    ...mayBeNone(setting, '--passWithNoTests'),
    ...reporters,
  ]
  const running = run([...args, ...setting.filters], setting, env)
  const code = await running.ended
  return { ...tallyOf(readVitestReport(report), code), output: running.output() }
}

export type BrowserProject = 'pages' | 'videos' | 'exact' | 'live'

export async function playwright(
  project: BrowserProject,
  env: Record<string, string>,
  setting: Setting,
): Promise<Outcome> {
  const report = join(setting.folder, `${project}.json`)
  const reporters = ['--reporter=list,json', ...mayBeNone(setting, '--pass-with-no-tests')]
  const args = [PLAYWRIGHT, 'test', `--project=${project}`, ...reporters]
  const running = run([...args, ...setting.filters], setting, {
    ...env,
    E2E_OUTPUT: join(setting.folder, project),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const code = await running.ended
  return { ...tallyOf(readPlaywrightReport(report), code), output: running.output() }
}

function run(args: string[], { stop }: Setting, env: Record<string, string> = {}): Running {
  return runScript(args, { stop, env, quiet: true })
}

async function whole({ ended, output }: Running): Promise<Outcome> {
  const code = await ended
  return { ...asOne(code), output: output() }
}

/** What is filtered for may be in another stage; otherwise one without a test has lost them. */
const mayBeNone = ({ filters }: Setting, flag: string) => (filters.length > 0 ? [flag] : [])
