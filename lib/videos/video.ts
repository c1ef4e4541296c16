/** Frames a second as a rational: 30000/1001 is not 29.97. */
export type FrameRate = { num: number; den: number }

export type Precision = 'exact' | 'estimated'
export type Host = 'file' | 'hls' | 'mux' | 'youtube' | 'vimeo' | 'wistia'

/** One film on one host. Browser-safe: rows stop in `db/`. */
export type Video = {
  id: string
  host: Host
  /** The host's own name for it; for `file` a path below `DATA_DIR/media`. */
  hostId: string
  title: string
  description: string
  /** Length in frames: the number of frame cells. */
  frames: number
  fps: FrameRate
  precision: Precision
  visibility: 'draft' | 'members' | 'public'
  /** A path below `DATA_DIR/media`, or null. */
  poster: string | null
  status: 'ready' | 'processing' | 'failed' | 'removed'
  addedBy: string
  addedAt: Date
}

/** @returns seconds from the start of the film to the start of `frame`. */
export function secondsAt(frame: number, fps: FrameRate): number {
  return (frame * fps.den) / fps.num
}
