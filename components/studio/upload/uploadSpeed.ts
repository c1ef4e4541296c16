/** How much had gone out at a time, in ms. */
export type ProgressSample = { at: number; bytes: number }

/** Over so long the speed is measured: shorter is nervous, longer is slow to tell. */
const MEASURING_WINDOW_MS = 10_000
/** Before that a speed would be a guess. */
const MIN_MEASURED_MS = 500

/** The samples that count, with a new one. What goes back, as after a broken line, begins anew. */
export function addSample(samples: ProgressSample[], sample: ProgressSample): ProgressSample[] {
  const last = samples.at(-1)
  if (last && sample.bytes < last.bytes) return [sample]
  return [...samples.filter(({ at }) => sample.at - at <= MEASURING_WINDOW_MS), sample]
}

/** @returns bytes a second, or null as long as nobody knows. */
export function bytesPerSecond(samples: ProgressSample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < MIN_MEASURED_MS) return null
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at)
}

/** @returns seconds until `size` bytes are there, or null as long as nobody knows. */
export function secondsLeft(samples: ProgressSample[], size: number): number | null {
  const speed = bytesPerSecond(samples)
  const last = samples.at(-1)
  return speed && last ? (size - last.bytes) / speed : null
}
