import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readNoters, writeNote } from '#db/notes.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import { MAX_NOTES_PER_VIDEO } from './note.ts'
import {
  addNote,
  allNotesOf,
  changeNote,
  deleteNote,
  listNotes,
  removeNotesOfMember,
  removeNotesOfVideo,
} from './notes.ts'

afterAll(closeDatabase)

const newVideo = () => ({ id: randomUUID(), frames: 3600 })
const write = (memberId: string, video: ReturnType<typeof newVideo>, frame: number, text: string) =>
  addNote(memberId, video, { frame, text }, new Date())
const textsOf = async (memberId: string, { id }: { id: string }) =>
  (await listNotes(memberId, id)).map(({ frame, text }) => `${frame} ${text}`)
const notersOf = ({ id }: { id: string }, memberId: string) => readNoters(id, bucketOf(memberId))

test('notes are ordered by frame and private to their member', async () => {
  const [ada, ben, video] = [randomUUID(), randomUUID(), newVideo()]
  await write(ada, video, 900, 'second')
  await write(ada, video, 30, 'first')
  await addNote(ada, video, { frame: 900, text: 'third' }, new Date(Date.now() + 5))
  await write(ben, video, 5, 'his')
  expect(await textsOf(ada, video)).toEqual(['30 first', '900 second', '900 third'])
  expect(await textsOf(ben, video)).toEqual(['5 his'])
  expect(await write(ada, video, 3600, 'behind the end')).toMatchObject({
    reason: 'outside-the-video',
  })
  await removeNotesOfVideo(video.id)
})

test('a note is changed and deleted by its own member only', async () => {
  const [ada, ben, video] = [randomUUID(), randomUUID(), newVideo()]
  const added = await write(ada, video, 7, 'as it was')
  if (!added.ok) throw new Error(added.reason)
  const where = { memberId: ada, videoId: video.id, frame: 7, noteId: added.id }
  expect(await changeNote({ ...where, memberId: ben }, 'not his')).toBe(false)
  await deleteNote({ ...where, memberId: ben })
  expect(await textsOf(ada, video)).toEqual(['7 as it was'])
  expect(await changeNote(where, 'as it is')).toBe(true)
  expect(await textsOf(ada, video)).toEqual(['7 as it is'])
  await deleteNote(where)
  expect(await changeNote(where, 'too late')).toBe(false)
  expect(await textsOf(ada, video)).toEqual([])
  await removeNotesOfMember(ada)
  await removeNotesOfVideo(video.id)
})

test('removing a member deletes their notes, removing a video those of all members', async () => {
  const [ada, ben] = [randomUUID(), randomUUID()]
  const [rain, wind] = [newVideo(), newVideo()]
  for (const member of [ada, ben])
    for (const video of [rain, wind]) await write(member, video, 1, 'x')
  expect(await allNotesOf(ada)).toHaveLength(2)
  await removeNotesOfMember(ada)
  expect(await allNotesOf(ada)).toEqual([])
  // One time in 16 both members are in the same bucket.
  expect(await notersOf(rain, ada)).toEqual(bucketOf(ada) === bucketOf(ben) ? [ben] : [])
  expect(await textsOf(ben, rain)).toEqual(['1 x'])
  await removeNotesOfVideo(rain.id)
  expect(await textsOf(ben, rain)).toEqual([])
  expect(await notersOf(rain, ben)).toEqual([])
  expect(await textsOf(ben, wind)).toEqual(['1 x'])
  await removeNotesOfVideo(wind.id)
})

test('the number of notes is limited for each video', async () => {
  const [ada, video] = [randomUUID(), newVideo()]
  const note = { videoId: video.id, text: 'x', createdAt: new Date() }
  const full = Array.from({ length: MAX_NOTES_PER_VIDEO }, (_, frame) => frame)
  await Promise.all(full.map((frame) => writeNote(ada, { ...note, frame, noteId: randomUUID() })))
  expect(await write(ada, video, 1, 'one more')).toEqual({ ok: false, reason: 'video-full' })
  const other = newVideo()
  expect(await write(ada, other, 1, 'elsewhere')).toMatchObject({ ok: true })
  await removeNotesOfMember(ada)
})
