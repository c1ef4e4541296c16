import { measureBeacons } from './measures/beacons.ts'
import { measureGate } from './measures/gate.ts'
import { measureIngest } from './measures/ingest.ts'
import { measureMounts } from './measures/mounts.ts'
import { measurePages } from './measures/pages.ts'
import { measureReads } from './measures/reads.ts'
import { measureRollup } from './measures/rollup.ts'
import { measureStorage } from './measures/storage.ts'
import { measureTiming } from './measures/timing.ts'
import { measureVisible } from './measures/visible.ts'
import type { Result } from './result.ts'

export type Measure = (log: (line: string) => void) => Promise<Result>

/** In the order of the table. */
export const measures: Record<string, Measure> = {
  beacons: measureBeacons,
  mounts: measureMounts,
  ingest: measureIngest,
  reads: measureReads,
  pages: measurePages,
  rollup: measureRollup,
  visible: measureVisible,
  storage: measureStorage,
  gate: measureGate,
  timing: measureTiming,
}
