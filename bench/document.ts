import { describeMachine } from './machine.ts'
import type { Result } from './result.ts'
import { toTable } from './table.ts'

/** `begun` in ms since 1970; `load`: the load average before the run. */
type Run = { begun: number; minutes: number; load: string }

/** `docs/benchmarks.md`: the table, then the notes of each measure. */
export function toDocument(results: ReadonlyMap<string, Result>, run: Run): string {
  const rows = [...results.values()].flatMap((result) => result.rows)
  return `# What was measured

Written by \`npm run bench\` on ${new Date(run.begun).toISOString().slice(0, 10)}, in ${run.minutes.toFixed(0)} minutes. Both sides of every ratio
are of this one run, alternating; medians of the rounds, with the least and the most in brackets.

${describeMachine()
  .map((fact) => `- ${fact}`)
  .join('\n')}
- Load average before it began: ${run.load}

${toTable(rows)}

${Array.from(results, ([name, { notes }]) => `## ${name}\n\n${notes.map((note) => `- ${note}`).join('\n')}\n`).join('\n')}`
}
