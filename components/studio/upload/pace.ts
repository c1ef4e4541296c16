/** How much had gone out at a time, in ms. */
export type Sample = { at: number; bytes: number }

/** Over so long the speed is measured: shorter is nervous, longer is slow to tell. */
const WINDOW_MS = 10_000
/** Before that a speed would be a guess. */
const LEAST_MS = 500

/** The samples that count, with a new one. What goes back, as after a broken line, begins anew. */
export function withSample(samples: Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1)
  if (last && sample.bytes < last.bytes) return [sample]
  return [...samples.filter(({ at }) => sample.at - at <= WINDOW_MS), sample]
}

/** @returns bytes a second, or null as long as nobody knows. */
export function speedOf(samples: Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < LEAST_MS) return null
  return ((last.bytes - first.bytes) * 1000) / (last.at - first.at)
}

/** @returns seconds until `size` bytes are there, or null as long as nobody knows. */
export function timeLeft(samples: Sample[], size: number): number | null {
  const speed = speedOf(samples)
  const last = samples.at(-1)
  return speed && last ? (size - last.bytes) / speed : null
}
