import { randomUUID } from 'node:crypto'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { addVideo } from '#lib/videos/library.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'
import { type Enrolled, enrol } from './enrol.ts'

export type Audience = { watchers: Enrolled[]; videos: Video[] }

const RATES: FrameRate[] = [
  { num: 30, den: 1 },
  { num: 25, den: 1 },
  { num: 24, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 60, den: 1 },
]

/** Members with sessions, and videos of two to thirty minutes. */
export async function makeAudience(members: number, count: number): Promise<Audience> {
  const watchers: Enrolled[] = []
  await forEachConcurrent(Array.from({ length: members }), 16, async () => {
    watchers.push(await enrol(new Date()))
  })
  const videos: Video[] = []
  for (let i = 0; i < count; i++) videos.push(await makeVideo(i))
  return { watchers, videos }
}

export async function makeVideo(number: number): Promise<Video> {
  const fps = RATES[number % RATES.length] ?? { num: 30, den: 1 }
  const seconds = 120 + ((number * 211) % 1680)
  const added = await addVideo({
    host: 'file',
    hostId: `${randomUUID()}.mp4`,
    title: `Video ${number}`,
    frames: Math.round((seconds * fps.num) / fps.den),
    fps,
    addedBy: randomUUID(),
  })
  if (!added.ok) throw new Error(added.reason)
  return added.video
}
