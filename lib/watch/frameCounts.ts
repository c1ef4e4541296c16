import type { Run } from './runs.ts'

/** Counts by frame, gathered from any number of runs: what it holds grows with the frames only. */
export class FrameCounts {
  readonly #changes = new Map<number, number>()

  add(start: number, end: number, count: number): void {
    this.#change(start, count)
    this.#change(end, -count)
  }

  /** Sorted and disjoint. */
  runs(): Run[] {
    const runs: Run[] = []
    let count = 0
    let since = 0
    for (const [frame, change] of [...this.#changes].sort((a, b) => a[0] - b[0])) {
      if (count > 0 && frame > since) runs.push([since, frame, count])
      count += change
      since = frame
    }
    return runs
  }

  #change(frame: number, by: number) {
    this.#changes.set(frame, (this.#changes.get(frame) ?? 0) + by)
  }
}
