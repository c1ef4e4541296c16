import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { deleteVideo } from '#db/videos.ts'
import { changeVideo, listVideos } from '#lib/videos/library.ts'
import { makeVideo } from '#testing/videos.ts'
import { findPrivateInSameFolder, linksForGuests } from './videoLinks.ts'

afterAll(closeDatabase)

it('issues no link for everyone that would open a private video in the same folder', async () => {
  const folder = `course-${randomUUID()}`
  const open = { visibility: 'public', host: 'hls' } as const
  const video = await makeVideo({ ...open, hostId: `${folder}/1.m3u8` })
  const alone = await makeVideo({ ...open, hostId: `${folder}-2/1.m3u8` })
  const other = await makeVideo({ hostId: `${folder}/extra/2.mp4` })
  expect(findPrivateInSameFolder(video, await listVideos())?.id).toBe(other.id)
  const now = new Date()
  expect(await linksForGuests(video, now)).toBeNull()
  expect((await linksForGuests(alone, now))?.video).toContain(`${folder}-2/-/1.m3u8`)
  await changeVideo(other.id, { visibility: 'public' })
  expect(findPrivateInSameFolder(video, await listVideos())).toBeUndefined()
  await changeVideo(other.id, { visibility: 'draft' })
  expect(findPrivateInSameFolder(video, await listVideos())?.id).toBe(other.id)
  for (const { id } of [video, alone, other]) await deleteVideo(id)
})
