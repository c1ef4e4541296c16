import { FrameCounts } from './frameCounts.ts'
import { type CurveWrite, mergeCurve } from './mergeCurve.ts'
import { coveredFrames, type Runs } from './runs.ts'

/** A curve made anew from what each of its viewers has played. */
export class CurveBuilder {
  readonly #plays = new FrameCounts()
  readonly #viewers = new FrameCounts()
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

  /** @returns null when nobody played anything. */
  build(uptoSlot: number): CurveWrite | null {
    const plays = this.#plays.runs()
    if (plays.length === 0) return null
    const gain = { plays, viewers: this.#viewers.runs(), totals: this.#totals }
    return mergeCurve({ header: undefined, chunks: [] }, gain, uptoSlot)
  }
}
