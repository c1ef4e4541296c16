import type { LogRow } from '#db/watchLog.ts'
import type { PlaybackClaims } from '#lib/watch/ingest/playbackToken.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import type { Segment, WireBeacon, WireSegment } from '#lib/watch/protocol/beacon.ts'

/*
 * What must be true of what was watched, worked out the slow and obvious way: one number a frame,
 * one set of everything ever counted, nothing packed, nothing forgotten. It shares no code with what
 * it judges but the reading of a row of the log.
 */

/** `[start, end)` in frames, in any of the forms it is kept in. */
type Stretch = readonly [start: number, end: number] | Readonly<WireSegment> | Readonly<Segment>

function countInto(counts: number[], stretch: Stretch): void {
  const [start, end] = 'start' in stretch ? [stretch.start, stretch.end] : stretch
  for (let frame = start; frame < end; frame++) counts[frame] = (counts[frame] ?? 0) + 1
}

/** How often each frame of a video is in the stretches. */
export function countsOf(frames: number, ...stretches: readonly Stretch[]): number[] {
  const counts = new Array<number>(frames).fill(0)
  for (const stretch of stretches) countInto(counts, stretch)
  return counts
}

type Place = { at: number; playbackId: string; seq: number; position: number }

/** What one viewer watched of one video. */
export class ViewerTruth {
  /** How often each frame was played. */
  readonly counts: number[]
  /** The playbacks in which a frame was played. */
  readonly playbacks = new Set<string>()
  /** The newest beacon's place. */
  last: Place | null = null

  constructor(frames: number) {
    this.counts = new Array<number>(frames).fill(0)
  }

  add(playbackId: string, stretches: readonly Stretch[]): void {
    for (const stretch of stretches) {
      this.playbacks.add(playbackId)
      countInto(this.counts, stretch)
    }
  }

  note(place: Place): void {
    if (!this.last || isAfter(place, this.last)) this.last = place
  }

  /** Frames played at least once. */
  get covered(): number {
    return this.counts.filter((count) => count > 0).length
  }

  get isComplete(): boolean {
    return this.covered * 10 >= this.counts.length * 9
  }
}

/** What one curve must hold: its viewers added up. */
export class CurveTruth {
  readonly plays: number[]
  readonly viewers: number[]
  views = 0
  uniqueViewers = 0
  completions = 0

  constructor(frames: number) {
    this.plays = new Array<number>(frames).fill(0)
    this.viewers = new Array<number>(frames).fill(0)
  }

  /** @param isComplete whether the completion falls into the curve's period. */
  add({ counts, playbacks, covered }: ViewerTruth, isComplete: boolean): void {
    for (const [frame, count] of counts.entries()) {
      if (count === 0) continue
      this.plays[frame] = (this.plays[frame] ?? 0) + count
      this.viewers[frame] = (this.viewers[frame] ?? 0) + 1
    }
    this.views += playbacks.size
    if (covered > 0) this.uniqueViewers++
    if (isComplete) this.completions++
  }
}

/** What must be true after merging rows of the log, range after range. */
export class Oracle {
  readonly frames: number
  /** By `VIDEO/VIEWER`. */
  readonly viewers = new Map<string, ViewerTruth>()
  /** Every `VIDEO/VIEWER/PLAYBACK/SEQ` counted so far. */
  readonly counted = new Set<string>()
  /** By `VIDEO/DAY`, then by viewer. */
  readonly #ofDay = new Map<string, Map<string, ViewerTruth>>()
  /** The UTC day on which each of `viewers` completed the video. */
  readonly #completedOn = new Map<string, string>()

  constructor(frames: number) {
    this.frames = frames
  }

  /** One merged range; all its rows are of the UTC day `day`. */
  addRange(rows: readonly LogRow[], day: string): void {
    for (const row of rows) this.#add(row, day)
    for (const [key, viewer] of this.viewers)
      if (!this.#completedOn.has(key) && viewer.isComplete) this.#completedOn.set(key, day)
  }

  /** @param period `all`, or a day. */
  curve(videoId: string, period: string): CurveTruth {
    const curve = new CurveTruth(this.frames)
    for (const [viewerId, viewer] of this.#viewersOf(videoId, period)) {
      const completedOn = this.#completedOn.get(`${videoId}/${viewerId}`)
      curve.add(viewer, period === 'all' ? completedOn !== undefined : completedOn === period)
    }
    return curve
  }

  #viewersOf(videoId: string, period: string): [viewerId: string, viewer: ViewerTruth][] {
    if (period !== 'all') return [...(this.#ofDay.get(`${videoId}/${period}`) ?? [])]
    const ofVideo = [...this.viewers].filter(([key]) => key.startsWith(`${videoId}/`))
    return ofVideo.map(([key, viewer]) => [key.slice(videoId.length + 1), viewer])
  }

  #add(row: LogRow, day: string) {
    const { videoId, viewerId, playbackId, seq } = row
    const id = `${videoId}/${viewerId}/${playbackId}/${seq}`
    if (this.counted.has(id)) return
    this.counted.add(id)
    const { segments } = decodePlayed(row.segments)
    const makeViewer = () => new ViewerTruth(this.frames)
    const viewer = getOrMake(this.viewers, `${videoId}/${viewerId}`, makeViewer)
    viewer.note(row)
    viewer.add(playbackId, segments)
    const ofDay = getOrMake(this.#ofDay, `${videoId}/${day}`, () => new Map<string, ViewerTruth>())
    getOrMake(ofDay, viewerId, makeViewer).add(playbackId, segments)
  }
}

/** A beacon as it was sealed, and whether a 204 for it was received. */
export type SentBeacon = { playbackId: string; beacon: WireBeacon; isAcknowledged: boolean }

/** What one member sent of one video. */
export type SentPair = { videoId: string; viewerId: string; beacons: Map<string, SentBeacon> }

/** Everything a load generator sent, and what of it was acknowledged and so must be counted. */
export class SentBeacons {
  /** By `VIDEO/VIEWER`; the beacons of each by `PLAYBACK/SEQ`. */
  readonly pairs = new Map<string, SentPair>()

  noteSent(claims: PlaybackClaims, beacons: readonly WireBeacon[]): void {
    const { playbackId } = claims
    const pair = this.#pairOf(claims)
    for (const beacon of beacons) {
      const key = `${playbackId}/${beacon.seq}`
      if (!pair.beacons.has(key))
        pair.beacons.set(key, { playbackId, beacon, isAcknowledged: false })
    }
  }

  noteAcknowledged(claims: PlaybackClaims, beacons: readonly WireBeacon[]): void {
    const pair = this.#pairOf(claims)
    for (const { seq } of beacons) {
      const sent = pair.beacons.get(`${claims.playbackId}/${seq}`)
      if (sent) sent.isAcknowledged = true
    }
  }

  /** Drops the first acknowledged beacon: a checker must then find it counted though never sent. */
  forgetOne(): void {
    for (const { beacons } of this.pairs.values())
      for (const [key, { beacon, isAcknowledged }] of beacons) {
        if (!isAcknowledged || beacon.segments.length === 0) continue
        beacons.delete(key)
        return
      }
  }

  #pairOf({ videoId, memberId }: PlaybackClaims): SentPair {
    const makePair = () => ({ videoId, viewerId: memberId, beacons: new Map() })
    return getOrMake(this.pairs, `${videoId}/${memberId}`, makePair)
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function isAfter(a: Place, b: Place): boolean {
  const order = ({ at, playbackId, seq }: Place) =>
    `${String(at).padStart(16, '0')}/${playbackId}/${String(seq).padStart(6, '0')}`
  return order(a) > order(b)
}
