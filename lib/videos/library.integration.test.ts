import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeVideo } from '#testing/videos.ts'
import {
  addVideo,
  changeVideo,
  getVideo,
  listForMembers,
  listVideos,
  type NewVideo,
} from './library.ts'

const aVideo = (): NewVideo => ({
  host: 'file',
  hostId: `${randomUUID()}.mp4`,
  title: 'A video',
  frames: 3600,
  fps: { num: 30_000, den: 1001 },
  addedBy: randomUUID(),
})

it('lists and reads what was added', async () => {
  const added = await addVideo(aVideo())
  if (!added.ok) throw new Error(added.reason)
  expect(await getVideo(added.video.id)).toEqual(added.video)
  expect(await listVideos()).toContainEqual(added.video)
})

it('adds one video per host id, also concurrently', async () => {
  const input = aVideo()
  const results = await Promise.all(Array.from({ length: 8 }, () => addVideo(input)))
  const winners = results.filter((result) => result.ok)
  expect(winners).toHaveLength(1)
  const id = winners[0]?.video.id
  for (const result of results) if (!result.ok) expect(result.videoId).toBe(id)
  const listed = await listVideos()
  expect(listed.filter((video) => video.hostId === input.hostId)).toHaveLength(1)
})

it('finds no video by an unknown or malformed id', async () => {
  expect(await getVideo(randomUUID())).toBeNull()
  expect(await getVideo('../../etc/passwd')).toBeNull()
})

it('changes the given fields and no others', async () => {
  const added = await addVideo(aVideo())
  if (!added.ok) throw new Error(added.reason)
  const { id } = added.video
  const change = {
    title: 'Another',
    frames: 50,
    fps: { num: 25, den: 1 },
    status: 'processing' as const,
    sources: { mp4: 'a/video.mp4', hls: 'a/video.m3u8', t0: 0.08, storyboard: null },
    captions: [{ language: 'en', label: 'English', path: 'a/en.vtt' }],
    chapters: [{ frame: 0, title: 'One' }],
  }
  expect(await changeVideo(id, change)).toMatchObject({ ok: true })
  expect(await getVideo(id)).toEqual({ ...added.video, ...change })
  await changeVideo(id, { sources: null, captions: [], chapters: [] })
  expect(await getVideo(id)).toMatchObject({ sources: null, captions: [], chapters: [] })
  expect(await changeVideo(randomUUID(), { title: 'x' })).toMatchObject({ ok: false })
})

it('lists for members videos that are ready, not drafts and not archived', async () => {
  const shown = await makeVideo()
  const hidden = await Promise.all([
    makeVideo({ visibility: 'draft' }),
    makeVideo({ status: 'processing' }),
    makeVideo({ archivedAt: new Date() }),
  ])
  const listed = (await listForMembers()).map(({ id }) => id)
  expect(listed).toContain(shown.id)
  for (const { id } of hidden) expect(listed).not.toContain(id)
})
