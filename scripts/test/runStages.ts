import { asOne, sum, type Tally } from './tally.ts'

export type Outcome = Tally & { output: string }
export type Stage = { name: string; run: () => Promise<Outcome> }

/**
 * Runs the stages one after the other, whatever the former came to, and prints what each came to;
 * what a stage had to say only if something failed. Ends early when `stop` is aborted.
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

/** What a stage that could not even begin comes to. */
function notRun(error: unknown): Outcome {
  return { ...asOne(1), output: error instanceof Error ? error.message : String(error) }
}
