import { sum, type Tally, tallyOfExit } from './tally.ts'

export type StageResult = Tally & { output: string }
export type Stage = { name: string; run: () => Promise<StageResult> }

/**
 * Runs the stages one after the other, even after a failed one, and prints the result of each; the
 * output of a stage only if something failed. Ends early when `stop` is aborted.
 */
export async function runStages(stages: Stage[], stop: AbortSignal): Promise<Tally> {
  const tallies: Tally[] = []
  for (const { name, run } of stages) {
    process.stdout.write(`${name}: `)
    const started = Date.now()
    const { passed, failed, output } = await run().catch(notRun)
    if (stop.aborted) break
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(`${passed} passed, ${failed} failed in ${seconds} s`)
    if (failed > 0) console.log(output)
    tallies.push({ passed, failed })
  }
  return sum(tallies)
}

/** The result of a stage that could not start. */
function notRun(error: unknown): StageResult {
  return { ...tallyOfExit(1), output: error instanceof Error ? error.message : String(error) }
}
