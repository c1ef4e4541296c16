import { type CurveWrite, mergeCurve } from '#lib/watch/aggregate/mergeCurve.ts'
import type { Run } from '#lib/watch/aggregate/runs.ts'
import { coveredFrames, type Runs } from '#lib/watch/aggregate/runs.ts'

/** Builds a curve from the runs of each of its viewers. */
export class CurveBuilder {
  readonly #plays = new RunSum()
  readonly #viewers = new RunSum()
  readonly #totals = { views: 0, framesPlayed: 0, viewers: 0, completions: 0 }

  addViewer(runs: Runs, views: number, hasCompleted: boolean): void {
    for (const [start, end, count] of runs) {
      this.#plays.add(start, end, count)
      this.#viewers.add(start, end, 1)
      this.#totals.framesPlayed += (end - start) * count
    }
    this.#totals.viewers += coveredFrames(runs) > 0 ? 1 : 0
    this.#totals.views += views
    this.#totals.completions += hasCompleted ? 1 : 0
  }

  /** @returns null when no frame was played. */
  build(mergedTo: number): CurveWrite | null {
    const plays = this.#plays.runs()
    if (plays.length === 0) return null
    const gain = { plays, viewers: this.#viewers.runs(), totals: this.#totals }
    return mergeCurve({ header: undefined, chunks: [] }, gain, mergedTo)
  }
}

/** Counts per frame, summed over any number of runs; its memory is bounded by the number of frames. */
export class RunSum {
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
