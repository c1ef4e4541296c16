import type { Precision } from './hosts/host.ts'
import type { Host } from './hosts/hostFacts.ts'

export type { Host, Precision }

/** Frames a second as a rational: 30000/1001 is not 29.97. */
export type FrameRate = { num: number; den: number }

/** The files of an own video, besides the one `hostId` names. Paths are relative to `DATA_DIR/media`. */
export type Sources = {
  /** The whole video in one file, for players without HLS. */
  mp4: string | null
  /** The HLS master playlist. */
  hls: string | null
  /** Measured media time of the first frame, in seconds. */
  t0: number
  /** WebVTT that locates the thumbnail of each time on a sheet. */
  storyboard: string | null
}

/** WebVTT below `DATA_DIR/media`; `language` is a BCP 47 tag, `label` the name in the player's menu. */
export type Caption = { language: string; label: string; path: string }

/** A chapter from `frame` to the next one. Sorted; no two start at the same frame. */
export type Chapter = { frame: number; title: string }

/** One video on one host. Browser-safe: rows stop in `db/`. */
export type Video = {
  id: string
  host: Host
  /** The host's id of the video; for `file` and `hls` a path below `DATA_DIR/media`. */
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
  /** Hidden from members since then; its statistics stay. */
  archivedAt: Date | null
  /** The video that replaced it, if any. */
  replacedBy: string | null
  /** The video that it replaced, if any. */
  replaces: string | null
}

/** @returns seconds from the start of the video to the start of `frame`. */
export function secondsAt(frame: number, fps: FrameRate): number {
  return (frame * fps.den) / fps.num
}

/** @returns the number of frames of a video of this length, at least one. */
export function framesIn(seconds: number, fps: FrameRate): number {
  return Math.max(1, Math.round((seconds * fps.num) / fps.den))
}

/** What counting frames needs of a video. */
export type VideoFrames = Pick<Video, 'frames' | 'fps'>
