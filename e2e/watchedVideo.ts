import { writeCurve } from '#db/videoCurve.ts'
import { deleteVideo } from '#db/videos.ts'
import type { Video } from '#lib/videos/video.ts'
import { encodeChunk } from '#lib/watch/aggregate/curveChunk.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { makeVideo } from '#testing/videos.ts'

const FRAMES = 3_600

/** The single frame that stands out in the curve of `watchedVideo`. */
export const SPIKE = 3_122

/** A video whose curve has a peak, a dip, a drop and one single frame that stands out. */
export async function watchedVideo(addedBy: string): Promise<Video> {
  const title = 'The light before the storm'
  const video = await makeVideo({ title, frames: FRAMES, addedBy })
  await writeCounts(video, 500)
  return video
}

/** Writes the curve of such a video, with `views` playbacks in its header. */
export async function writeCounts(video: Video, views: number): Promise<void> {
  const viewers = Array.from({ length: FRAMES }, (_, frame) => viewersAt(frame))
  const plays = viewers.map((count, frame) => count + againAt(frame))
  const now = Date.now()
  const header = {
    mergedTo: slotOf(now),
    views,
    framesPlayed: plays.reduce((sum, count) => sum + count, 0),
    viewers: 400,
    completions: 250,
  }
  const chunk = { chunk: 0, plays: encodeChunk(plays), viewers: encodeChunk(viewers) }
  const key = { videoId: video.id, period: 'all', lane: 0 }
  await writeCurve(key, header, [chunk], BigInt(now) * 1_000n)
}

export const forgetVideo = (video: Video) => deleteVideo(video.id)

const viewersAt = (frame: number) =>
  (frame < 2_184 ? 372 : 310) - (frame >= 1_641 && frame < 1_719 ? 34 : 0)

const againAt = (frame: number) => {
  if (frame === SPIKE) return 88
  return frame >= 1_236 && frame < 1_348 ? 148 : 0
}
