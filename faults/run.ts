import { parseArgs } from 'node:util'
import { runScript } from '../scripts/run/childProcess.ts'
import { createStopSignal } from '../scripts/run/stopSignal.ts'
import { runControl } from './control.ts'
import { runHostile } from './hostile.ts'
import { runWorkloadWithFaults } from './workloadWithFaults.ts'

/*
 * npm run test:faults [-- PART... --segments=N --hostile=N]: puts the watch path under load and
 * injects the faults it is built for. Each part has a process and a database of its own. See
 * docs/faults.md.
 */
const log = (line: string) => console.log(line)
const stop = createStopSignal()
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    segments: { type: 'string', default: '500000' },
    hostile: { type: 'string', default: '100000' },
  },
})

const parts: Record<string, () => Promise<boolean>> = {
  nodes: () => runWorkloadWithFaults(3, Number(values.segments), log, stop),
  control: () => runControl(log, stop),
  hostile: () => runHostile(Number(values.hostile), log, stop),
  // The second half of `nodes`, which takes only a few minutes.
  servers: () => runWorkloadWithFaults(1, Number(values.segments), log, stop),
}

const names = positionals.length > 0 ? positionals : ['nodes', 'control', 'hostile']
const [only] = names
const part = names.length === 1 && only ? parts[only] : undefined
if (part) {
  const hasPassed = await part().catch((error: unknown) => {
    console.error(stop.aborted ? stop.reason.message : error)
    return false
  })
  process.exit(hasPassed ? 0 : 1)
}

let failed = 0
for (const name of names) {
  if (!parts[name]) throw new Error(`Parts are ${Object.keys(parts).join(', ')}`)
  log(`\n# ${name}`)
  const options = Object.entries(values).map(([option, value]) => `--${option}=${value}`)
  const code = await runScript([import.meta.filename, name, ...options], { stop }).ended
  log(`${name}: ${code === 0 ? 'passed' : 'failed'}`)
  if (code !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
