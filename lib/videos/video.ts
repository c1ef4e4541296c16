import type { Precision } from './hosts/host.ts'
import type { Host } from './hosts/hosts.ts'

export type { Host, Precision }

/** Frames a second as a rational: 30000/1001 is not 29.97. */
export type FrameRate = { num: number; den: number }

/** The files of an own video besides what `hostId` names; every path lies below `DATA_DIR/media`. */
export type Sources = {
  /** The whole video in one file, for whoever plays no HLS. */
  mp4: string | null
  /** The list of the qualities. */
  hls: string | null
  /** Seconds at which the first frame lies on the clock of the files, as measured. */
  t0: number
  /** WebVTT that says which piece of a sheet of small pictures belongs to which time. */
  storyboard: string | null
}

/** WebVTT below `DATA_DIR/media`; `language` is a BCP 47 tag, `label` what people choose by. */
export type Caption = { language: string; label: string; path: string }

/** A part of a video, from `frame` to the next chapter. In order; never two at one frame. */
export type Chapter = { frame: number; title: string }

/** One video on one host. Browser-safe: rows stop in `db/`. */
export type Video = {
  id: string
  host: Host
  /** The host's own name for it; for `file` a path below `DATA_DIR/media`. */
  hostId: string
  /** A second part of its name, where the host has one: the hash of an unlisted Vimeo video, `signed` for a private Mux video. */
  hostKey: string | null
  title: string
  description: string
  /** Length in frames: the number of frame cells. */
  frames: number
  fps: FrameRate
  precision: Precision
  visibility: 'draft' | 'members' | 'public'
  /** A path below `DATA_DIR/media`, an address at the video's host, or null. */
  poster: string | null
  /** Null where the host delivers the video, and for a file of which `hostId` says all. */
  sources: Sources | null
  captions: Caption[]
  chapters: Chapter[]
  status: 'ready' | 'processing' | 'failed' | 'removed'
  addedBy: string
  addedAt: Date
  /** Since when members do not find it; what was counted of it stays. */
  archivedAt: Date | null
  /** The video that took its place, if one did. */
  replacedBy: string | null
  /** The video whose place it took. */
  replaces: string | null
}

/** @returns seconds from the start of the video to the start of `frame`. */
export function secondsAt(frame: number, fps: FrameRate): number {
  return (frame * fps.den) / fps.num
}

/** @returns how many frames a video of so many seconds has, at least one. */
export function framesIn(seconds: number, fps: FrameRate): number {
  return Math.max(1, Math.round((seconds * fps.num) / fps.den))
}

/** A video as what counts its frames sees it. */
export type VideoFrames = Pick<Video, 'frames' | 'fps'>
