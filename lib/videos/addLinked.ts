import { findMediaFile } from '#lib/media/mediaFile.ts'
import { hostFacts, isPictureOf } from './hosts.ts'
import { addVideo } from './library.ts'
import type { VideoLink } from './links.ts'
import { canSignForMux } from './muxToken.ts'
import { type FrameRate, framesIn, type Video } from './video.ts'

export type LinkedVideo = {
  link: VideoLink
  title: string
  /** Seconds. */
  length: number
  rate: FrameRate
  /** An address at the video's host; any other is left out. */
  poster: string | null
  isDraft: boolean
}

export type AddLinkedResult =
  | { ok: true; video: Video }
  | { ok: false; reason: 'no-such-file' | 'no-signing-key' }
  | { ok: false; reason: 'already-there'; videoId: string }

/** Adds a video that lies where its link says. That its length is right nobody can check here. */
export async function addLinked(video: LinkedVideo, addedBy: string): Promise<AddLinkedResult> {
  const { link, title, length, rate, poster, isDraft } = video
  const problem = await whyNotPlayable(link)
  if (problem) return { ok: false, reason: problem }
  return addVideo({
    ...link,
    title,
    frames: framesIn(length, rate),
    fps: rate,
    precision: hostFacts[link.host].precision,
    visibility: isDraft ? 'draft' : 'members',
    poster: poster && isPictureOf(link.host, poster) ? poster : null,
    addedBy,
  })
}

/** What is missing here for the video to be played; null when nothing is. */
export async function whyNotPlayable({ host, hostId, hostKey }: VideoLink) {
  if (hostKey === 'signed' && !canSignForMux()) return 'no-signing-key'
  const isOwn = host === 'file' || host === 'hls'
  return isOwn && !(await findMediaFile(hostId.split('/'))) ? 'no-such-file' : null
}

/** In words for whoever adds it. */
export const notPlayable = {
  'no-such-file': 'There is no such file in the media folder.',
  'no-signing-key':
    'This video of Mux asks for a signature: set MUX_SIGNING_KEY_ID and MUX_SIGNING_PRIVATE_KEY.',
}
