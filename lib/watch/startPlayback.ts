import { readClearedAt } from '#db/watchProgress.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import type { Runs } from './aggregate/runs.ts'
import { beginLedger } from './ingest/admission.ts'
import { signToken } from './ingest/playbackToken.ts'
import { slotOf } from './log/slot.ts'
import { lastPosition, resumeFrameOf } from './progress/resume.ts'
import { readViewerNow, seenRuns, type ViewerNow } from './progress/viewerNow.ts'
import type { PlaybackPage } from './protocol/playbackPage.ts'

export type StartPlaybackResult =
  | { ok: true; page: PlaybackPage; seen: Runs }
  | { ok: false; reason: 'too-many-playbacks' }

/** Playbacks of one viewer and video with a valid token: the viewer's row keeps their numbers. */
export const MAX_LIVE_PLAYBACKS = 512

/**
 * Begins one playback: an id, a signed token and the frame to start at.
 * @param startFrame default: where the member stopped
 * @param now ms since 1970
 * @returns `seen`: the runs the member has watched; their counts may be too high
 * @throws DatabaseAway
 */
export async function startPlayback({
  memberId,
  video,
  startFrame,
  now,
}: {
  memberId: string
  video: Video
  startFrame?: number | undefined
  now: number
}): Promise<StartPlaybackResult> {
  const [viewer, clearedAt] = await Promise.all([
    readViewerNow(video.id, memberId, now),
    readClearedAt(memberId, video.id),
  ])
  if (countLive(viewer, now) >= MAX_LIVE_PLAYBACKS)
    return { ok: false, reason: 'too-many-playbacks' }
  const claims = newClaims(memberId, video, now)
  beginLedger(claims.playbackId)
  const positionFrame = Math.min(lastPosition(viewer, clearedAt), video.frames)
  return {
    ok: true,
    page: {
      token: signToken(claims),
      videoId: video.id,
      playbackId: claims.playbackId,
      frames: video.frames,
      fps: [video.fps.num, video.fps.den],
      resumeFrame: startFrame ?? resumeFrameOf(positionFrame, video),
      positionFrame,
    },
    seen: seenRuns(viewer),
  }
}

function countLive({ merged, recent }: ViewerNow, now: number): number {
  const live = new Set(recent.map((row) => row.playbackId))
  for (const [id, { lastSlot }] of merged?.playbacks ?? [])
    if (lastSlot >= slotOf(now)) live.add(id)
  return live.size
}
