import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { deleteVideo } from '#db/videos.ts'
import type { Video } from '#lib/videos/video.ts'
import { makeVideo } from '#testing/videos.ts'
import {
  addCollection,
  appendVideo,
  changeCollection,
  getCollection,
  listCollections,
  moveVideo,
  readVideosOf,
  removeCollection,
} from './collections.ts'
import { listCourses } from './listCourses.ts'

async function withCollection(check: (id: string) => Promise<void>) {
  const id = (await addCollection('A course', new Date())) ?? ''
  try {
    await check(id)
  } finally {
    await removeCollection(id)
  }
}

it('starts as a draft, is changed, listed and removed', () =>
  withCollection(async (id) => {
    expect(await getCollection(id)).toMatchObject({ visibility: 'draft' })
    const words = {
      title: 'B',
      description: 'b',
      visibility: 'members',
      sequential: false,
    } as const
    expect(await changeCollection(id, words)).toEqual({ ok: true })
    expect(await getCollection(id)).toMatchObject({ id, ...words })
    expect((await listCollections()).map((each) => each.id)).toContain(id)
    await removeCollection(id)
    expect(await getCollection(id)).toBeNull()
    const unknown = { ok: false, reason: 'unknown-collection' }
    expect(await changeCollection(id, words)).toEqual(unknown)
    expect(await appendVideo(id, randomUUID())).toEqual(unknown)
  }))

it('keeps the order of its videos', () =>
  withCollection(async (id) => {
    const [a, b, c] = [await makeVideo(), await makeVideo(), await makeVideo()]
    const order = async () => (await readVideosOf(id)).map((video) => video.id)
    for (const { id: videoId } of [a, b, c])
      expect(await appendVideo(id, videoId)).toEqual({ ok: true })
    expect(await appendVideo(id, a.id)).toEqual({ ok: false, reason: 'already-there' })
    expect(await appendVideo(id, randomUUID())).toEqual({ ok: false, reason: 'unknown-video' })
    await moveVideo(id, c.id, 'up')
    expect(await order()).toEqual([a.id, c.id, b.id])
    await moveVideo(id, a.id, 'down')
    await moveVideo(id, b.id, 'down')
    expect(await order()).toEqual([c.id, a.id, b.id])
    await moveVideo(id, a.id, 'out')
    expect(await order()).toEqual([c.id, b.id])
    await deleteVideo(c.id)
    await moveVideo(id, a.id, 'out')
    expect(await order()).toEqual([b.id])
  }))

it('is listed for members once it is published and contains a video they may watch', () =>
  withCollection(async (id) => {
    const [a, b, hidden] = [await makeVideo(), await makeVideo(), await makeVideo()]
    for (const video of [b, hidden, a]) await appendVideo(id, video.id)
    const found = async (videos: Video[]) =>
      (await listCourses(videos, new Map())).find(({ collection }) => collection.id === id)
    expect(await found([a, b])).toBeUndefined()
    const words = { title: 'B', description: '', visibility: 'members', sequential: false } as const
    await changeCollection(id, words)
    expect((await found([a, b]))?.videos.map((video) => video.id)).toEqual([b.id, a.id])
    expect(await found([])).toBeUndefined()
    for (const video of [a, b, hidden]) await deleteVideo(video.id)
  }))
