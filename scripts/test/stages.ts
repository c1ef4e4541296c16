import { join } from 'node:path'
import { type Running, runScript } from '../run/childProcess.ts'
import type { StageResult } from './runStages.ts'
import { readPlaywrightReport, readVitestReport, tallyOf, tallyOfExit } from './tally.ts'

/** A temporary folder, the signal that ends a stage early, and parts of test files' paths. */
export type StageSettings = { folder: string; stop: AbortSignal; filters: string[] }

const bin = (...parts: string[]) => join('node_modules', ...parts)
const BIOME = bin('@biomejs', 'biome', 'bin', 'biome')
const NEXT = bin('next', 'dist', 'bin', 'next')
const TSC = bin('typescript', 'bin', 'tsc')
const VITEST = bin('vitest', 'vitest.mjs')
const PLAYWRIGHT = bin('@playwright', 'test', 'cli.js')

export const lint = (settings: StageSettings) => whole(run([BIOME, 'check', '.'], settings))

/** Next first generates the types of the routes, which pages refer to. */
export async function types(settings: StageSettings): Promise<StageResult> {
  const routes = await whole(run([NEXT, 'typegen'], settings))
  return routes.failed > 0 ? routes : whole(run([TSC, '--noEmit'], settings))
}

export async function vitest(
  project: 'unit' | 'integration' | 'process',
  env: Record<string, string>,
  settings: StageSettings,
): Promise<StageResult> {
  const report = join(settings.folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    VITEST,
    'run',
    '--project',
    project,
    ...passWithoutTests(settings, '--passWithNoTests'),
    ...reporters,
  ]
  const running = run([...args, ...settings.filters], settings, env)
  const code = await running.ended
  return { ...tallyOf(readVitestReport(report), code), output: running.output() }
}

export type BrowserProject = 'pages' | 'videos' | 'exact' | 'live'

export async function playwright(
  project: BrowserProject,
  env: Record<string, string>,
  settings: StageSettings,
): Promise<StageResult> {
  const report = join(settings.folder, `${project}.json`)
  const reporters = ['--reporter=list,json', ...passWithoutTests(settings, '--pass-with-no-tests')]
  const args = [PLAYWRIGHT, 'test', `--project=${project}`, ...reporters]
  const running = run([...args, ...settings.filters], settings, {
    ...env,
    E2E_OUTPUT: join(settings.folder, project),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const code = await running.ended
  return { ...tallyOf(readPlaywrightReport(report), code), output: running.output() }
}

function run(args: string[], { stop }: StageSettings, env: Record<string, string> = {}): Running {
  return runScript(args, { stop, env, quiet: true })
}

async function whole({ ended, output }: Running): Promise<StageResult> {
  const code = await ended
  return { ...tallyOfExit(code), output: output() }
}

/** With a filter a stage may have no tests; without one that is an error. */
const passWithoutTests = ({ filters }: StageSettings, flag: string) =>
  filters.length > 0 ? [flag] : []
