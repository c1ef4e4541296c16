import type { VideoFrames } from '#lib/videos/video.ts'
import type { Segment } from '#lib/watch/protocol/beacon.ts'
import type { PlayerEvent, PlayerState } from './playbackAdapter.ts'

/*
 * Which frames were played, from the events of a player. The algorithm is our own: the continuity of
 * media time, checked against a monotonic clock. `docs/decisions/402-when-a-frame-counts.md` has the
 * measurements behind it.
 *
 * Input: the events of a `PlaybackAdapter` in order, each with a time in ms. A `frame` event names a
 * frame that was on the screen at that time, and whether the player was moving. Not every frame is
 * reported, some are reported late, and some twice.
 *
 * State: the last frame that was shown, with its time and whether this showing of it was counted;
 * when the player stopped, unless it moves; the seek in progress, if any.
 *
 * Rule: a frame counts once each time it comes onto the screen of a moving player.
 * - A reported frame continues the last one if the player can have played from one to the other:
 *       advance <= ceil(room + elapsed * fps * rate) + SLACK_FRAMES
 *   where `advance` is in frames, `elapsed` ends when the player stopped, `rate` is the higher of the
 *   rates at the two frames, and `room` is what the player could have played by the last frame and
 *   had not shown, at most MAX_DELAY_MS of playing. After more than MAX_GAP_MS nothing continues.
 *   Then every frame after the last one up to this one counts, reported or not.
 * - Any other frame is a jump: it counts alone, and only if the player was moving.
 * - The frame on the screen when a player starts counts at that moment, unless it counted when it
 *   came. The first frame reported after a pause continues the one before it, and counts.
 * - After `seeking`, frames that continue the one the seek left, and are not its target, were
 *   presented before it: they count, and the seek stays in progress.
 *
 * Not trusted: `currentTime`, which is up to four frames from the picture, and already the target when
 * `seeking` fires, so that closing a segment there would count the jump; and `video.played`, which the
 * elements of some hosts lose stretches of. Only `frame` and `moving` events count frames.
 *
 * Output: segments `[start, end)` with their rate and visibility, in order of playing. A frame
 * extends the last segment if it follows it at the same rate and visibility. A stretch played twice
 * is in two segments.
 */

/** How far a player may be ahead of the clock: late callbacks, rounding. */
const SLACK_FRAMES = 3
/** How late a busy page may learn that its video moves, or which frames were shown. */
const MAX_DELAY_MS = 2000
/** After a longer time without a frame the device slept. */
const MAX_GAP_MS = 30_000

/** A frame on the screen. */
type Shown = {
  frame: number
  at: number
  /** Whether this showing of it has been counted. */
  counted: boolean
  rate: number
  /** Frames the player could have played by then, and had not shown. */
  room: number
}

type FrameEvent = Extract<PlayerEvent, { type: 'frame' }>

/** Immutable. All times are in ms of the monotonic clock of the events. */
export type TrackerState = VideoFrames & {
  visible: boolean
  /** The last frame on the screen; null when it is not known, as during a seek. */
  shown: Shown | null
  /**
   * The seek in progress: its target, and the frame it left, whose successors may still be reported
   * if they were presented by `until`.
   */
  seek: { to: number; left: Shown | null; until: number } | null
  /** When the player stopped; null while it moves. */
  stoppedAt: number | null
  /** The frame the player is at, also if nothing was played to get there. */
  position: number
  ended: boolean
  /** Counted and not yet drained. */
  played: readonly Segment[]
}

/** @param at when the player was in `state`, in ms of the clock of the events */
export function startTracker(video: VideoFrames, state: PlayerState, at: number): TrackerState {
  const { rate, visible } = state
  const frame = clip(video, state.frame)
  const shown = { frame, at, counted: false, rate, room: 0 }
  const stoppedAt = state.moving ? null : at
  const nothing = { seek: null, ended: false, played: [] }
  return { ...video, visible, shown, stoppedAt, position: frame, ...nothing }
}

/**
 * The reducer: applies one event and counts the frames it proves to have been played.
 * @param at ms of a monotonic clock
 */
export function track(state: TrackerState, event: PlayerEvent, at: number): TrackerState {
  switch (event.type) {
    case 'frame':
      return showFrame(state, { ...event, frame: clip(state, event.frame) }, at)
    case 'moving':
      return startMoving(state, event.rate, at)
    case 'stopped':
      return { ...state, stoppedAt: state.stoppedAt ?? at }
    case 'seeking':
      return startSeek(state, clip(state, event.to), at)
    case 'ended':
      return { ...state, stoppedAt: state.stoppedAt ?? at, ended: true }
    case 'visibility':
      return { ...state, visible: event.visible }
    case 'source':
      return { ...state, shown: null, seek: null, stoppedAt: at, position: 0, ended: false }
  }
}

/** @returns the oldest segments, at most `limit`, and the state without them */
export function drainPlayed(
  state: TrackerState,
  limit: number,
): [drained: Segment[], rest: TrackerState] {
  const drained = state.played.slice(0, limit)
  return [drained, { ...state, played: state.played.slice(limit) }]
}

function startMoving(state: TrackerState, rate: number, at: number): TrackerState {
  if (state.stoppedAt === null) return state
  const moving = { ...state, stoppedAt: null, ended: false }
  if (!state.shown) return moving
  const since = Math.max(state.shown.at, at - MAX_DELAY_MS)
  const shown = { ...state.shown, at: since, counted: true, rate }
  if (state.shown.counted) return { ...moving, shown }
  return { ...count(moving, shown.frame, shown.frame, rate), shown }
}

function startSeek(state: TrackerState, to: number, at: number): TrackerState {
  const left = state.seek?.left ?? (state.shown?.counted ? state.shown : null)
  const stoppedAt = state.stoppedAt ?? at
  // If the player was not moving, the next frame is one that was sought.
  const until = state.seek?.until ?? (state.stoppedAt === null ? Number.POSITIVE_INFINITY : at)
  return { ...state, seek: { to, left, until }, shown: null, stoppedAt, position: to, ended: false }
}

function showFrame(state: TrackerState, event: FrameEvent, at: number): TrackerState {
  const late = countFrameBeforeSeek(state, event, at)
  if (late) return late
  const { frame, playing, rate } = event
  const before = state.seek ? null : state.shown
  const moved = {
    ...state,
    seek: null,
    stoppedAt: playing ? null : state.stoppedAt,
    position: frame,
  }
  const next = before && (playing || before.counted) ? follow(state, before, event, at) : null
  if (before && next) {
    const from = before.counted ? before.frame + 1 : before.frame
    return { ...count(moved, from, frame, rate), shown: next }
  }
  const shown = { frame, at, counted: playing, rate, room: 0 }
  return { ...(playing ? count(moved, frame, frame, rate) : moved), shown }
}

/** @returns null unless the frame was presented before the seek in progress began */
function countFrameBeforeSeek(
  state: TrackerState,
  event: FrameEvent,
  at: number,
): TrackerState | null {
  if (!state.seek?.left || at > state.seek.until) return null
  const { to, left, until } = state.seek
  const isBeforeTarget = to > left.frame ? event.frame < to : event.frame !== to
  if (!isBeforeTarget || event.frame < left.frame) return null
  const next = follow(state, left, event, at)
  if (!next) return null
  const counted = count(state, left.frame + 1, event.frame, event.rate)
  return { ...counted, seek: { to, left: next, until } }
}

/** @returns the frame as the successor of `from`; null if the player cannot have played to it */
function follow(
  state: TrackerState,
  from: Shown,
  { frame, playing, rate }: FrameEvent,
  at: number,
): Shown | null {
  // A player that stopped before `from` was shown, and moves now, has started in between.
  const hasRestarted = playing && state.stoppedAt !== null && state.stoppedAt < from.at
  const until = hasRestarted ? at : Math.min(at, state.stoppedAt ?? at)
  const elapsed = Math.max(0, until - from.at)
  const framesPerMs = ((state.fps.num / state.fps.den) * Math.max(rate, from.rate)) / 1000
  const possible = from.room + elapsed * framesPerMs
  const advance = frame - from.frame
  // A clock may have been a frame or two ahead of the picture: it is the same showing.
  const least = from.counted ? -SLACK_FRAMES : 0
  const most = Math.ceil(possible - 1e-6) + SLACK_FRAMES
  if (elapsed > MAX_GAP_MS || advance < least || advance > most) return null
  const room = Math.min(Math.max(0, possible - advance), MAX_DELAY_MS * framesPerMs)
  const reached = Math.max(frame, from.frame)
  return { frame: reached, at: Math.max(at, from.at), counted: true, rate, room }
}

/** Counts `first` to `last`, both inclusive. */
function count(state: TrackerState, first: number, last: number, rate: number): TrackerState {
  if (last < first) return state
  const { visible, played } = state
  const open = played.at(-1)
  if (open && open.end === first && open.rate === rate && open.visible === visible) {
    return { ...state, played: [...played.slice(0, -1), { ...open, end: last + 1 }] }
  }
  return { ...state, played: [...played, { start: first, end: last + 1, rate, visible }] }
}

/** A file may have a frame more than the library says: it counts as the last one. */
function clip({ frames }: VideoFrames, frame: number): number {
  return Math.min(Math.max(0, frame), frames - 1)
}
