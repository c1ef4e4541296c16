import type { Precision } from '#lib/videos/video.ts'

/** What happens in a player, as far as counting frames goes. */
export type PlayerEvent =
  /** A frame came onto the screen, `at` being that time; `playing` when the player was moving. */
  | { type: 'frame'; frame: number; playing: boolean; rate: number }
  /** The player moves (again): after play, a stall, a seek. */
  | { type: 'moving'; rate: number }
  /** It stands: paused or out of data. */
  | { type: 'stopped' }
  /** It jumps to a frame. The picture there is announced by a `frame` of its own. */
  | { type: 'seeking'; to: number }
  | { type: 'ended' }
  | { type: 'visibility'; visible: boolean }
  /** Another source: nothing that was on the screen counts as a neighbour any more. */
  | { type: 'source' }

/** Tells of an event; `at` in milliseconds of a clock that only goes forward. */
export type PlayerListener = (event: PlayerEvent, at: number) => void

/** One host's player as the tracker sees it. A new host is a new adapter; the tracker stays. */
export type PlaybackAdapter = {
  /** Whether its frames are those really on the screen, or worked out from a clock. */
  precision: Precision
  /** How the player stands as the tracker comes to it, and since when, on the clock of `listen`. */
  find(): { found: Found; at: number }
  /** Tells `listener` everything that happens until the signal is aborted. */
  listen(listener: PlayerListener, signal: AbortSignal): void
}

/** How a player is found when the tracker comes to it. */
export type Found = {
  /** The frame on the screen, or that will be the first on it; for a moving one where it began. */
  frame: number
  moving: boolean
  rate: number
  visible: boolean
}
