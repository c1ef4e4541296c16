/** Bytes sent so far, at a time in ms. */
export type ProgressSample = { at: number; bytes: number }

/** A shorter window makes the speed jump, a longer one makes it lag. */
const MEASURING_WINDOW_MS = 10_000
/** Over a shorter time no speed is given. */
const MIN_MEASURED_MS = 500

/** Adds a sample and drops those outside the window; all of them when an upload resumed further back. */
export function addSample(samples: ProgressSample[], sample: ProgressSample): ProgressSample[] {
  const last = samples.at(-1)
  if (last && sample.bytes < last.bytes) return [sample]
  return [...samples.filter(({ at }) => sample.at - at <= MEASURING_WINDOW_MS), sample]
}

/** @returns null while there are too few samples */
export function bytesPerSecond(samples: ProgressSample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < MIN_MEASURED_MS) return null
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at)
}

/** @returns seconds until `size` bytes are sent; null while the speed is unknown */
export function secondsLeft(samples: ProgressSample[], size: number): number | null {
  const speed = bytesPerSecond(samples)
  const last = samples.at(-1)
  return speed && last ? (size - last.bytes) / speed : null
}
