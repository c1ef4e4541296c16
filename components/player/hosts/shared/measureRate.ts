import type { VideoDescription } from '#components/player/hosts/host.ts'
import { detectFrameRate } from '#lib/videos/lengthAndRate.ts'
import type { FrameRate } from '#lib/videos/video.ts'

/** Frames that are looked at, and ms after which that is enough. */
const ENOUGH = 45
const PATIENCE = 4000

/** A file says nothing of itself but when its frames come. */
export async function describeNative(video: HTMLVideoElement): Promise<VideoDescription> {
  return { title: null, poster: null, rate: await measureRate(video) }
}

/**
 * Plays a video without its sound for a moment and looks when its frames come.
 * @returns null where that cannot be told
 */
export async function measureRate(video: HTMLVideoElement): Promise<FrameRate | null> {
  if (!('requestVideoFrameCallback' in video)) return null
  const { muted } = video
  video.muted = true
  try {
    const times = gatherTimes(video)
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

function gatherTimes(video: HTMLVideoElement): Promise<number[]> {
  const times: number[] = []
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(times), PATIENCE)
    const next = () =>
      video.requestVideoFrameCallback((_, { mediaTime }) => {
        if (times.push(mediaTime) < ENOUGH) return next()
        clearTimeout(timer)
        resolve(times)
      })
    next()
  })
}
