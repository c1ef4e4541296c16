import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  addCollection,
  appendVideo,
  readVideosOf,
  removeCollection,
} from '#lib/collections/collections.ts'
import { makeVideo } from '#testing/videos.ts'
import { getVideo, listForMembers, listUnarchived, moveInLibrary } from './library.ts'
import { replaceVideo } from './replaceVideo.ts'

const now = new Date()

it('replaces a video, which is archived; idempotent', async () => {
  const [before, former, after] = [await makeVideo(), await makeVideo(), await makeVideo()]
  await moveInLibrary(former.id, 'top', new Date(Date.now() + 1000))
  const next = await makeVideo({ title: 'Another', visibility: 'draft' })
  const collection = (await addCollection('A course', now)) ?? ''
  for (const { id } of [before, former, after]) await appendVideo(collection, id)

  const words = { title: 'A video', visibility: 'members', replaces: former.id, archivedAt: null }
  for (const time of [now, new Date(now.getTime() + 1000)]) {
    expect(await replaceVideo(former.id, next.id, time)).toEqual({ ok: true })
    expect(await getVideo(next.id)).toMatchObject(words)
    expect(await getVideo(former.id)).toMatchObject({ archivedAt: now, replacedBy: next.id })
    const ids = (await readVideosOf(collection)).map(({ id }) => id)
    expect(ids).toEqual([before.id, next.id, after.id])
  }
  const shown = (await listForMembers()).map(({ id }) => id)
  expect(shown).not.toContain(former.id)
  expect(shown.indexOf(next.id)).toBeLessThan(shown.indexOf(after.id))
  await removeCollection(collection)
})

it('replaces no video that was replaced by another or does not exist', async () => {
  const former = await makeVideo({ archivedAt: now, replacedBy: randomUUID() })
  const next = await makeVideo({ visibility: 'draft' })
  expect(await replaceVideo(former.id, next.id, now)).toMatchObject({ reason: 'archived' })
  expect(await replaceVideo(randomUUID(), next.id, now)).toMatchObject({ reason: 'unknown-video' })
  expect(await getVideo(next.id)).toMatchObject({ visibility: 'draft', replaces: null })
})

it('keeps the order owners set, without archived videos', async () => {
  const [a, b] = [await makeVideo(), await makeVideo()]
  const archived = await makeVideo({ archivedAt: now })
  await moveInLibrary(a.id, 'top', new Date(Date.now() + 1000))
  await moveInLibrary(archived.id, 'top', new Date(Date.now() + 2000))
  const ids = (await listUnarchived()).map(({ id }) => id)
  expect(ids.indexOf(a.id)).toBeLessThan(ids.indexOf(b.id))
  expect(ids).not.toContain(archived.id)
})
