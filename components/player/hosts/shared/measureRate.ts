import type { VideoDescription } from '#components/player/hosts/host.ts'
import { detectFrameRate } from '#lib/videos/lengthAndRate.ts'
import type { FrameRate } from '#lib/videos/video.ts'

const SAMPLE_FRAMES = 45
const SAMPLE_TIMEOUT_MS = 4000

/** A plain `<video>` reveals nothing but its frame times. */
export async function describeNative(video: HTMLVideoElement): Promise<VideoDescription> {
  return { title: null, poster: null, rate: await measureRate(video) }
}

/**
 * Plays a video muted for a moment, samples the times of its frames, and rewinds it.
 * @returns null where the browser reports no frames, or does not play it
 */
export async function measureRate(video: HTMLVideoElement): Promise<FrameRate | null> {
  if (!('requestVideoFrameCallback' in video)) return null
  const { muted } = video
  video.muted = true
  try {
    const times = sampleTimes(video)
    await video.play()
    return detectFrameRate(await times)
  } catch {
    return null
  } finally {
    video.pause()
    video.currentTime = 0
    video.muted = muted
  }
}

function sampleTimes(video: HTMLVideoElement): Promise<number[]> {
  const times: number[] = []
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(times), SAMPLE_TIMEOUT_MS)
    const next = () =>
      video.requestVideoFrameCallback((_, { mediaTime }) => {
        if (times.push(mediaTime) < SAMPLE_FRAMES) return next()
        clearTimeout(timer)
        resolve(times)
      })
    next()
  })
}
