import { readFileSync } from 'node:fs'

export type Tally = { passed: number; failed: number }

/**
 * The counts of a report; or one failure if the run failed without a failed test, as when a file
 * cannot be loaded.
 */
export function tallyOf(counts: Tally | undefined, exitCode: number): Tally {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 }
  return { passed, failed: exitCode !== 0 ? Math.max(failed, 1) : failed }
}

/** For a run without tests, which passes or fails as a whole. */
export function tallyOfExit(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @returns undefined when the run ended before it wrote its report. */
export function readVitestReport(file: string): Tally | undefined {
  const report = readJson(file)
  return report && { passed: report.numPassedTests, failed: report.numFailedTests }
}

export function readPlaywrightReport(file: string): Tally | undefined {
  const stats = readJson(file)?.stats
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

function readJson(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  }
}
