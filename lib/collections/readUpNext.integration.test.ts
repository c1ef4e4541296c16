import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeVideo } from '#testing/videos.ts'
import { addCollection, appendVideo, changeCollection, removeCollection } from './collections.ts'
import { readUpNext } from './readUpNext.ts'

const member = { id: randomUUID(), role: 'member' as const }
const words = { title: 'Rain', description: '' }

test('reads a published course that contains the video, otherwise the library', async () => {
  const [a, b, c] = [await makeVideo(), await makeVideo(), await makeVideo()]
  const course = (await addCollection('Rain', new Date())) ?? ''
  for (const { id } of [c, a]) await appendVideo(course, id)
  const order = async (courseId: string | undefined, videoId = a.id) => {
    const around = await readUpNext(member, videoId, courseId, Date.now())
    const ids = around.items.map(({ video }) => video.id)
    return { of: around.course?.id, ids: ids.filter((id) => [a.id, b.id, c.id].includes(id)) }
  }
  const library = { of: undefined, ids: [c.id, b.id, a.id] }
  expect(await order(course), 'a draft').toEqual(library)
  await changeCollection(course, { ...words, visibility: 'members', sequential: false })
  expect(await order(course)).toEqual({ of: course, ids: [c.id, a.id] })
  expect(await order(course, b.id), 'not in it').toEqual(library)
  for (const odd of [undefined, randomUUID(), 'x', '']) expect(await order(odd)).toEqual(library)
  const locked = async () => {
    const { items } = await readUpNext(member, a.id, course, Date.now())
    return items.map(({ isLocked }) => isLocked)
  }
  expect(await locked()).toEqual([false, false])
  await changeCollection(course, { ...words, visibility: 'members', sequential: true })
  expect(await locked()).toEqual([false, true])
  await removeCollection(course)
})
