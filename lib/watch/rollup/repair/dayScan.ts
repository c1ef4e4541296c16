import type { LogRow } from '#db/watchLog.ts'
import type { CurveWrite } from '#lib/watch/aggregate/mergeCurve.ts'
import { addRuns, type Runs, runsOf } from '#lib/watch/aggregate/runs.ts'
import { addSeq, hasSeq, type SeqRanges } from '#lib/watch/aggregate/seqRanges.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { CurveBuilder } from './curveBuilder.ts'

/** What the viewers' rows say that the log does not. */
export type MergedFacts = {
  /** Numbers merged of every playback that is still remembered. */
  merged: ReadonlyMap<string, SeqRanges>
  /** Everything up to it is merged. */
  mergedTo: number
  /** The UTC day (days since 1970) on which a viewer completed the video. */
  completedOn: ReadonlyMap<string, number>
  /** Members whose watching was removed: they are in no row, so they are in no new curve. */
  removedMembers: ReadonlySet<string>
}

type Watched = { runs: Runs; playbacks: Set<string> }

/**
 * The curves of days, from one video's rows of the log, day after day in the order of slots: a
 * number that lies in two slots counts in the first, as it did when it was merged. What lies in a
 * closed slot and is not merged had surfaced too late, and was never acknowledged.
 */
export class DayScan {
  readonly #facts: MergedFacts
  readonly #seen = new Map<string, SeqRanges>()
  #viewers = new Map<string, Watched>()
  /** Rows that count, on the day under way. */
  rows = 0

  constructor(facts: MergedFacts) {
    this.#facts = facts
  }

  add(row: LogRow): void {
    const { playbackId, seq, viewerId } = row
    if (this.#facts.removedMembers.has(viewerId)) return
    const seen = this.#seen.get(playbackId) ?? []
    const { segments, lastSlot } = decodePlayed(row.segments)
    if (hasSeq(seen, seq) || !this.#wasMerged(row, lastSlot)) return
    this.#seen.set(playbackId, addSeq(seen, seq))
    if (segments.length === 0) return
    const viewer = this.#viewers.get(viewerId) ?? { runs: [], playbacks: new Set() }
    viewer.runs = addRuns(viewer.runs, runsOf(segments))
    viewer.playbacks.add(playbackId)
    this.#viewers.set(viewerId, viewer)
    this.rows++
  }

  /** As far as anyone remembers: of a playback that has ended, what lies in the log was merged. */
  #wasMerged({ playbackId, seq }: LogRow, lastSlot: number): boolean {
    const merged = this.#facts.merged.get(playbackId)
    return merged ? hasSeq(merged, seq) : lastSlot < this.#facts.mergedTo
  }

  /** The curve of the day under way, and a new day begins. */
  endDay(day: number): CurveWrite | null {
    const builder = new CurveBuilder()
    for (const [viewerId, { runs, playbacks }] of this.#viewers) {
      const hasCompleted = this.#facts.completedOn.get(viewerId) === day
      builder.addViewer(runs, playbacks.size, hasCompleted)
    }
    this.#viewers = new Map()
    this.rows = 0
    return builder.build(this.#facts.mergedTo)
  }
}
