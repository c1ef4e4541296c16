import { randomUUID } from 'node:crypto'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { addVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { type Enrolled, enrol } from './enrol.ts'

/** A member with a live session and the Cookie header that proves it. */
export type Person = Pick<Enrolled, 'id' | 'cookie'>

const WIDTH = 16

/** Real members with real sessions. */
export async function enrolPeople(count: number): Promise<Person[]> {
  const people: Person[] = []
  const numbers = Array.from({ length: count }, (_, i) => i)
  await forEachConcurrent(numbers, WIDTH, async () => {
    people.push(await enrol(new Date()))
  })
  return people
}

export const FPS = 30

/** @param seconds how long each is, at 30 frames a second. */
export async function addVideos(count: number, seconds: number): Promise<Video[]> {
  const videos: Video[] = []
  const numbers = Array.from({ length: count }, (_, i) => i)
  await forEachConcurrent(numbers, WIDTH, async (number) => {
    const added = await addVideo({
      host: 'file',
      hostId: `${randomUUID()}.mp4`,
      title: `Video ${number}`,
      frames: seconds * FPS,
      fps: { num: FPS, den: 1 },
      addedBy: randomUUID(),
    })
    if (!added.ok) throw new Error(added.reason)
    videos.push(added.video)
  })
  return videos
}
