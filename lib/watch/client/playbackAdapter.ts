import type { Precision } from '#lib/videos/video.ts'

/** A change in a player that matters for counting frames. */
export type PlayerEvent =
  /** `frame` was on the screen at the time of the event; `playing` if the player was moving then. */
  | { type: 'frame'; frame: number; playing: boolean; rate: number }
  /** The player moves, or moves again: after play, a stall, a seek. */
  | { type: 'moving'; rate: number }
  /** The player no longer moves: it is paused or out of data. */
  | { type: 'stopped' }
  /** A seek began. The picture at its target is reported by a `frame` event of its own. */
  | { type: 'seeking'; to: number }
  | { type: 'ended' }
  | { type: 'visibility'; visible: boolean }
  /** The source was replaced: the next frame does not continue the one before. */
  | { type: 'source' }

/** @param at when it happened, in ms of a monotonic clock */
export type PlayerListener = (event: PlayerEvent, at: number) => void

/** One host's player as the tracker sees it. Each host has an adapter; the tracker is the same. */
export type PlaybackAdapter = {
  /** `exact` if its frames are read off the screen, `estimated` if worked out from a clock. */
  precision: Precision
  /** The state before the first event; `at` in ms of the same clock as the events. */
  readState(): { state: PlayerState; at: number }
  /** Calls `listener` with each event until the signal is aborted. */
  listen(listener: PlayerListener, signal: AbortSignal): void
}

export type PlayerState = {
  /**
   * The frame on the screen, or the first one that will be. Of a player that moves already: the
   * frame at which it started, which was at `at`.
   */
  frame: number
  moving: boolean
  rate: number
  visible: boolean
}
