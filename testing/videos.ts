import { randomUUID } from 'node:crypto'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { addVideo, type NewVideo } from '#lib/videos/library.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'

/** Frames a second of a video made without `fps`. */
export const FPS = 30

const CONCURRENCY = 16
const RATES: FrameRate[] = [
  { num: 30, den: 1 },
  { num: 25, den: 1 },
  { num: 24, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 60, den: 1 },
]

/** A video of 120 seconds at 30 frames a second, except for what `over` sets. */
export async function makeVideo(over: Partial<NewVideo> = {}): Promise<Video> {
  const added = await addVideo({
    host: 'file',
    hostId: `${randomUUID()}.mp4`,
    title: 'A video',
    frames: 120 * FPS,
    fps: { num: FPS, den: 1 },
    addedBy: randomUUID(),
    ...over,
  })
  if (!added.ok) throw new Error(added.reason)
  return added.video
}

/** @param over what to set on all of them, or on the video of each number, from 0 on. */
export async function makeVideos(
  count: number,
  over: Partial<NewVideo> | ((number: number) => Partial<NewVideo>),
): Promise<Video[]> {
  const videos: Video[] = []
  const numbers = Array.from({ length: count }, (_, number) => number)
  await forEachConcurrent(numbers, CONCURRENCY, async (number) => {
    const set = typeof over === 'function' ? over(number) : over
    videos.push(await makeVideo({ title: `Video ${number}`, ...set }))
  })
  return videos
}

/** A frame rate and a length of 2 to 30 minutes, another for each number. */
export function variedLength(number: number): Pick<Video, 'fps' | 'frames'> {
  const fps = RATES[number % RATES.length] ?? { num: FPS, den: 1 }
  const seconds = 120 + ((number * 211) % 1680)
  return { fps, frames: Math.round((seconds * fps.num) / fps.den) }
}
