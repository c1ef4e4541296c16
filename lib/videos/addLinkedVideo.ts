import { findInMediaFolder } from '#lib/media/mediaFile.ts'
import { hostFacts, isPictureOf } from './hosts/hostFacts.ts'
import { signers } from './hosts/signers.ts'
import { addVideo } from './library.ts'
import type { VideoLink } from './parseLink.ts'
import { type FrameRate, framesIn, type Video } from './video.ts'

export type LinkedVideo = {
  link: VideoLink
  title: string
  /** Seconds. */
  length: number
  rate: FrameRate
  /** An address on the video's host; any other is ignored. */
  poster: string | null
  isDraft: boolean
}

export type AddLinkedResult =
  | { ok: true; video: Video }
  | { ok: false; reason: 'no-such-file' | 'no-signing-key' }
  | { ok: false; reason: 'already-there'; videoId: string }

/** Adds the video a link names. Its length is taken as given: it cannot be checked here. */
export async function addLinkedVideo(
  video: LinkedVideo,
  addedBy: string,
): Promise<AddLinkedResult> {
  const { link, title, length, rate, poster, isDraft } = video
  const problem = await findPlaybackProblem(link)
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

/** @returns why this site cannot play the video; null if it can */
export async function findPlaybackProblem({ host, hostId, hostKey }: VideoLink) {
  if (hostKey === 'signed' && !signers[host]?.canSign()) return 'no-signing-key'
  const { ownFiles } = hostFacts[host]
  return ownFiles && !(await findInMediaFolder(hostId.split('/'))) ? 'no-such-file' : null
}

/** As shown to the owner who adds it. */
export const PLAYBACK_PROBLEMS = {
  'no-such-file': 'There is no such file in the media folder.',
  'no-signing-key':
    'This Mux video needs signed links: set MUX_SIGNING_KEY_ID and MUX_SIGNING_PRIVATE_KEY.',
}
