import type { VideoFrames } from '#lib/videos/video.ts'
import type { Segment } from '#lib/watch/protocol/beacon.ts'
import type { Found, PlayerEvent } from './playbackAdapter.ts'

/** The frames a player may run ahead of the clock: late callbacks, rounding. */
const SLACK = 3
/** How late a busy page may hear that its video moves, or see its frames, in ms. */
const LATE = 2000
/** A longer silence is a device that slept, not a player that played, in ms. */
const SLEEP = 30_000

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

type FrameNews = Extract<PlayerEvent, { type: 'frame' }>

/** What is known of one playback between two events. Never changed, only replaced. */
export type Tracking = VideoFrames & {
  visible: boolean
  /** The newest frame on the screen; null when it is not known, as while a seek is under way. */
  shown: Shown | null
  /**
   * The seek under way: where to, and the frame it left, whose successors may still be announced;
   * `until` when they came onto the screen at the latest.
   */
  seek: { to: number; left: Shown | null; until: number } | null
  /** When the player came to stand; null while it moves. */
  stoppedAt: number | null
  /** Where the player stands, also when nothing was played to get there. */
  position: number
  ended: boolean
  /** Counted and not yet taken. */
  played: readonly Segment[]
}

/** @param at when `frame` was on the screen, in milliseconds of a clock that only goes forward */
export function startTracking(video: VideoFrames, found: Found, at: number): Tracking {
  const { rate, visible } = found
  const frame = clip(video, found.frame)
  const shown = { frame, at, counted: false, rate, room: 0 }
  const stoppedAt = found.moving ? null : at
  const nothing = { seek: null, ended: false, played: [] }
  return { ...video, visible, shown, stoppedAt, position: frame, ...nothing }
}

/**
 * Takes one event of a player and counts the frames it proves to have been played.
 *
 * A frame is counted once each time it comes onto the screen of a moving player. Frames between
 * two announced ones are counted when the media ran no further than the clock allows; anything else
 * is a jump. A frame that stands on the screen when the player starts is counted then, unless it
 * was counted when it came; one presented right after a pause follows from before and is counted.
 * `docs/decisions/402-when-a-frame-counts.md` says why.
 * @param at milliseconds of a clock that only goes forward
 */
export function track(state: Tracking, event: PlayerEvent, at: number): Tracking {
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

/** At most `limit` segments, oldest first, and the state without them. */
export function takePlayed(state: Tracking, limit: number): [taken: Segment[], rest: Tracking] {
  const taken = state.played.slice(0, limit)
  return [taken, { ...state, played: state.played.slice(limit) }]
}

function startMoving(state: Tracking, rate: number, at: number): Tracking {
  if (state.stoppedAt === null) return state
  const moving = { ...state, stoppedAt: null, ended: false }
  if (!state.shown) return moving
  const since = Math.max(state.shown.at, at - LATE)
  const shown = { ...state.shown, at: since, counted: true, rate }
  if (state.shown.counted) return { ...moving, shown }
  return { ...count(moving, shown.frame, shown.frame, rate), shown }
}

function startSeek(state: Tracking, to: number, at: number): Tracking {
  const left = state.seek?.left ?? (state.shown?.counted ? state.shown : null)
  const stoppedAt = state.stoppedAt ?? at
  // Of a player that stands the next picture is one that was sought.
  const until = state.seek?.until ?? (state.stoppedAt === null ? Number.POSITIVE_INFINITY : at)
  return { ...state, seek: { to, left, until }, shown: null, stoppedAt, position: to, ended: false }
}

function showFrame(state: Tracking, news: FrameNews, at: number): Tracking {
  const late = lateFrameOfLeft(state, news, at)
  if (late) return late
  const { frame, playing, rate } = news
  const before = state.seek ? null : state.shown
  const moved = {
    ...state,
    seek: null,
    stoppedAt: playing ? null : state.stoppedAt,
    position: frame,
  }
  const next = before && (playing || before.counted) ? follow(state, before, news, at) : null
  if (before && next) {
    const from = before.counted ? before.frame + 1 : before.frame
    return { ...count(moved, from, frame, rate), shown: next }
  }
  const shown = { frame, at, counted: playing, rate, room: 0 }
  return { ...(playing ? count(moved, frame, frame, rate) : moved), shown }
}

/** A frame from before a seek, announced after the seek began. */
function lateFrameOfLeft(state: Tracking, news: FrameNews, at: number): Tracking | null {
  if (!state.seek?.left || at > state.seek.until) return null
  const { to, left, until } = state.seek
  const beforeTarget = to > left.frame ? news.frame < to : news.frame !== to
  if (!beforeTarget || news.frame < left.frame) return null
  const next = follow(state, left, news, at)
  if (!next) return null
  return { ...count(state, left.frame + 1, news.frame, news.rate), seek: { to, left: next, until } }
}

/**
 * @returns the frame as one the player can have played to from the other in the time between, or
 * null. What a busy screen shows late it may catch up with: `room` is what was not used before.
 */
function follow(
  state: Tracking,
  from: Shown,
  { frame, playing, rate }: FrameNews,
  at: number,
): Shown | null {
  // What stopped before the first picture came, and moves at the second, moved in between.
  const isOver = playing && state.stoppedAt !== null && state.stoppedAt < from.at
  const until = isOver ? at : Math.min(at, state.stoppedAt ?? at)
  const elapsed = Math.max(0, until - from.at)
  const perMs = ((state.fps.num / state.fps.den) * Math.max(rate, from.rate)) / 1000
  const possible = from.room + elapsed * perMs
  const advance = frame - from.frame
  // A clock may have run a frame or two ahead of the picture: it is the same showing.
  const least = from.counted ? -SLACK : 0
  if (elapsed > SLEEP || advance < least || advance > Math.ceil(possible - 1e-6) + SLACK)
    return null
  const room = Math.min(Math.max(0, possible - advance), LATE * perMs)
  const reached = Math.max(frame, from.frame)
  return { frame: reached, at: Math.max(at, from.at), counted: true, rate, room }
}

/** Counts `first` to `last`, both included. */
function count(state: Tracking, first: number, last: number, rate: number): Tracking {
  if (last < first) return state
  const { visible, played } = state
  const open = played.at(-1)
  if (open && open.end === first && open.rate === rate && open.visible === visible) {
    return { ...state, played: [...played.slice(0, -1), { ...open, end: last + 1 }] }
  }
  return { ...state, played: [...played, { start: first, end: last + 1, rate, visible }] }
}

/** A file may be a frame longer than the library says; its last frames are one. */
function clip({ frames }: VideoFrames, frame: number): number {
  return Math.min(Math.max(0, frame), frames - 1)
}
