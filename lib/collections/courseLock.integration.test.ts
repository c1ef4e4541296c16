import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { deleteCollectionOfVideo, readCollectionsOfVideo } from '#db/collections.ts'
import { writeProgressRows } from '#db/watchProgress.ts'
import { changeVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import {
  addCollection,
  appendVideo,
  changeCollection,
  moveVideo,
  removeCollection,
} from './collections.ts'
import { readCourse } from './course.ts'
import { findCourseLock } from './courseLock.ts'

beforeAll(openLanes)

const FRAMES = 60
const published = { title: 'A course', description: '', visibility: 'members' } as const
const someone = (role: 'member' | 'owner' = 'member') => ({ id: randomUUID(), role })
const lockOf = async (member: ReturnType<typeof someone>, video: Video) =>
  (await findCourseLock(member, video.id, Date.now()))?.first.id

/** A published, sequential course of three videos. */
async function withCourse(check: (id: string, videos: [Video, Video, Video]) => Promise<void>) {
  const id = (await addCollection('A course', new Date())) ?? ''
  const make = () => makeVideo({ frames: FRAMES })
  const videos: [Video, Video, Video] = [await make(), await make(), await make()]
  for (const video of videos) await appendVideo(id, video.id)
  await changeCollection(id, { ...published, sequential: true })
  try {
    await check(id, videos)
  } finally {
    await removeCollection(id)
  }
}

/** Watched, but not merged yet. */
async function watch(memberId: string, video: Video, frames: number) {
  const claims = newClaims(memberId, video, Date.now())
  expect(await sendBeacons(claims, [beaconOf(0, [0, frames])])).toEqual({ status: 204 })
}

/** As after the merge of the log. */
async function finishLongAgo(memberId: string, video: Video) {
  const at = Date.now() - 60_000
  const row = { videoId: video.id, position: 60, covered: 60, completedAt: at, lastAt: at }
  await writeProgressRows(memberId, [row], BigInt(at) * 1_000n)
}

it('unlocks a video as soon as the one before it is finished, not earlier', () =>
  withCourse(async (id, [a, b, c]) => {
    const member = someone()
    expect(await lockOf(member, a)).toBeUndefined()
    expect(await lockOf(member, b)).toBe(a.id)
    await watch(member.id, a, FRAMES * 0.9 - 1)
    expect(await lockOf(member, b), 'one frame too few').toBe(a.id)
    await watch(member.id, a, FRAMES)
    expect(await lockOf(member, b)).toBeUndefined()
    expect(await lockOf(member, c)).toBe(b.id)
    const course = await readCourse(member, id, Date.now())
    expect(course).toMatchObject({ finished: 1, next: { id: b.id } })
    expect(course?.items.map(({ isLocked }) => isLocked)).toEqual([false, false, true])
  }))

it('locks nothing for owners, and no video that was finished before', () =>
  withCourse(async (id, [, b, c]) => {
    const [member, owner] = [someone(), someone('owner')]
    await finishLongAgo(member.id, c)
    expect(await lockOf(member, c)).toBeUndefined()
    expect(await lockOf(member, b)).toBeDefined()
    expect(await lockOf(owner, b)).toBeUndefined()
    expect((await readCourse(owner, id, Date.now()))?.items.some((item) => item.isLocked)).toBe(
      false,
    )
  }))

it('skips videos that members may not watch', () =>
  withCourse(async (_, [a, b, c]) => {
    const member = someone()
    await changeVideo(a.id, { visibility: 'draft' })
    await changeVideo(b.id, { archivedAt: new Date() })
    expect(await lockOf(member, c)).toBeUndefined()
  }))

it('applies only in a published, sequential collection that contains the video', () =>
  withCourse(async (id, [, b]) => {
    const member = someone()
    await changeCollection(id, { ...published, sequential: false })
    expect(await lockOf(member, b)).toBeUndefined()
    await changeCollection(id, { ...published, visibility: 'draft', sequential: true })
    expect(await lockOf(member, b)).toBeUndefined()
    expect(await readCourse(member, id, Date.now())).toBeNull()
    // A video that was placed before the index of collections by video existed.
    await deleteCollectionOfVideo(b.id, id)
    await changeCollection(id, { ...published, sequential: true })
    expect(await lockOf(member, b)).toBeDefined()
    await moveVideo(id, b.id, 'out')
    expect(await lockOf(member, b)).toBeUndefined()
    expect(await readCollectionsOfVideo(b.id)).toEqual([])
  }))
