import type { LogRow } from '#db/watchLog.ts'
import type { CurveWrite } from '#lib/watch/aggregate/mergeCurve.ts'
import { addRuns, type Runs, runsOf } from '#lib/watch/aggregate/runs.ts'
import { addSeq, hasSeq, type SeqRanges } from '#lib/watch/aggregate/seqRanges.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { CurveBuilder } from './curveBuilder.ts'

/** What only the viewers' rows can tell, not the log. */
export type MergedFacts = {
  /** The merged beacon numbers of every playback that the viewers' rows still hold. */
  merged: ReadonlyMap<string, SeqRanges>
  /** The last merged slot. */
  mergedTo: number
  /** The UTC day (days since 1970) on which a viewer completed the video. */
  completedOn: ReadonlyMap<string, number>
  /** Members whose history was removed: they have no row, so new curves leave them out. */
  removedMembers: ReadonlySet<string>
}

type Watched = { runs: Runs; playbacks: Set<string> }

/**
 * The curves of days, from one video's rows of the log, day after day in the order of slots: a
 * beacon found in two slots counts in the first, as it did when it was merged. A beacon found in a
 * closed slot but not merged was written too late and never acknowledged; it is not counted.
 */
export class DayScan {
  readonly #facts: MergedFacts
  readonly #seen = new Map<string, SeqRanges>()
  #viewers = new Map<string, Watched>()
  /** Rows counted on the current day. */
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

  /** A playback whose token has ended may be in no viewer's row: then its rows count as merged. */
  #wasMerged({ playbackId, seq }: LogRow, lastSlot: number): boolean {
    const merged = this.#facts.merged.get(playbackId)
    return merged ? hasSeq(merged, seq) : lastSlot < this.#facts.mergedTo
  }

  /** @returns the curve of the current day; a new day begins. */
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
