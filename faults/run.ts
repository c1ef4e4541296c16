import { parseArgs } from 'node:util'
import { runScript } from '../scripts/run/childProcess.ts'
import { createStopSignal } from '../scripts/run/stopSignal.ts'
import { control } from './control.ts'
import { hostile } from './hostile.ts'
import { runWorkloadWithFaults } from './workloadWithFaults.ts'

/*
 * npm run test:faults [-- PART... --segments=N --hostile=N]: does to the watch path what it is built
 * for. Each part has a process and a database of its own. See docs/faults.md.
 */
const say = (line: string) => console.log(line)
const stop = createStopSignal()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    segments: { type: 'string', default: '500000' },
    hostile: { type: 'string', default: '100000' },
  },
})

const parts: Record<string, () => Promise<boolean>> = {
  nodes: () => runWorkloadWithFaults(3, Number(values.segments), say, stop),
  control: () => control(say, stop),
  hostile: () => hostile(Number(values.hostile), say, stop),
  // A part of `nodes`, for one who has only a few minutes.
  servers: () => runWorkloadWithFaults(1, Number(values.segments), say, stop),
}

const asked = positionals.length > 0 ? positionals : ['nodes', 'control', 'hostile']
const [only] = asked
const part = asked.length === 1 && only ? parts[only] : undefined
if (part) {
  const isGood = await part().catch((error: unknown) => {
    console.error(stop.aborted ? stop.reason.message : error)
    return false
  })
  process.exit(isGood ? 0 : 1)
}

let failed = 0
for (const name of asked) {
  if (!parts[name]) throw new Error(`Parts are ${Object.keys(parts).join(', ')}`)
  say(`\n# ${name}`)
  const options = Object.entries(values).map(([option, value]) => `--${option}=${value}`)
  const code = await runScript([import.meta.filename, name, ...options], { stop }).ended
  say(`${name}: ${code === 0 ? 'passed' : 'failed'}`)
  if (code !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
