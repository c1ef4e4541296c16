import type { LogRow } from '#db/watchLog.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'

type Place = { at: number; playbackId: string; seq: number; position: number }
type ViewerTruth = { counts: number[]; last: Place | null; plays: Set<string>; isComplete: boolean }
export type CurveTruth = {
  plays: number[]
  viewers: number[]
  views: number
  uniqueViewers: number
  completions: number
}

/**
 * What must be true after these rows, worked out the slow and obvious way: one number a frame, one
 * set of everything ever counted, nothing forgotten, nothing packed.
 */
export class Oracle {
  readonly frames: number
  readonly viewers = new Map<string, ViewerTruth>()
  readonly counted = new Set<string>()
  readonly #played = new Map<string, Map<string, number[]>>()
  readonly #views = new Map<string, Set<string>>()
  readonly #completions = new Map<string, number>()

  constructor(frames: number) {
    this.frames = frames
  }

  /** One merged range; all its rows are of the UTC day `day`. */
  addRange(rows: readonly LogRow[], day: string): void {
    for (const row of rows) this.#add(row, day)
    for (const [key, viewer] of this.viewers) {
      const covered = viewer.counts.filter((count) => count > 0).length
      if (viewer.isComplete || covered * 10 < this.frames * 9) continue
      viewer.isComplete = true
      for (const period of ['all', day]) {
        const curve = `${videoOf(key)}/${period}`
        this.#completions.set(curve, (this.#completions.get(curve) ?? 0) + 1)
      }
    }
  }

  curve(videoId: string, period: string): CurveTruth {
    const key = `${videoId}/${period}`
    const counts = [...(this.#played.get(key)?.values() ?? [])]
    const frames = Array.from({ length: this.frames }, (_, frame) => frame)
    return {
      plays: frames.map((frame) => counts.reduce((sum, viewer) => sum + (viewer[frame] ?? 0), 0)),
      viewers: frames.map((frame) => counts.filter((viewer) => (viewer[frame] ?? 0) > 0).length),
      views: this.#views.get(key)?.size ?? 0,
      uniqueViewers: counts.length,
      completions: this.#completions.get(key) ?? 0,
    }
  }

  #add(row: LogRow, day: string) {
    const key = `${row.videoId}/${row.viewerId}`
    const id = `${key}/${row.playbackId}/${row.seq}`
    if (this.counted.has(id)) return
    this.counted.add(id)
    const viewer = this.#viewer(key)
    if (!viewer.last || isAfter(row, viewer.last)) viewer.last = row
    for (const { start, end } of decodePlayed(row.segments).segments) {
      viewer.plays.add(row.playbackId)
      for (let frame = start; frame < end; frame++) {
        viewer.counts[frame] = (viewer.counts[frame] ?? 0) + 1
        for (const period of ['all', day]) this.#play(row, period, frame)
      }
    }
  }

  #play({ videoId, viewerId, playbackId }: LogRow, period: string, frame: number) {
    const key = `${videoId}/${period}`
    const viewers = getOrMake(this.#played, key, () => new Map<string, number[]>())
    const counts = getOrMake(viewers, viewerId, () => [])
    counts[frame] = (counts[frame] ?? 0) + 1
    getOrMake(this.#views, key, () => new Set<string>()).add(playbackId)
  }

  #viewer(key: string): ViewerTruth {
    return getOrMake(this.viewers, key, () => ({
      counts: new Array<number>(this.frames).fill(0),
      last: null,
      plays: new Set(),
      isComplete: false,
    }))
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function videoOf(key: string): string {
  return key.slice(0, key.indexOf('/'))
}

function isAfter(a: Place, b: Place): boolean {
  const order = (place: Place) =>
    `${String(place.at).padStart(16, '0')}/${place.playbackId}/${String(place.seq).padStart(6, '0')}`
  return order(a) > order(b)
}
