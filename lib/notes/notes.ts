import { randomUUID } from 'node:crypto'
import * as rows from '#db/notes.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video } from '#lib/videos/video.ts'
import { BUCKETS, bucketOf } from '#lib/watch/log/sharding.ts'
import { MAX_NOTES_PER_MEMBER, MAX_NOTES_PER_VIDEO, type Note } from './note.ts'

type NoteKey = { memberId: string; videoId: string; frame: number; noteId: string }

export type AddNoteResult = { ok: true; id: string } | { ok: false; reason: AddNoteReason }
type AddNoteReason = 'outside-the-video' | 'video-full' | 'member-full'

const DELETE_CONCURRENCY = 8

/** A member's notes of one video, ordered by frame. @throws DatabaseAway */
export async function listNotes(memberId: string, videoId: string): Promise<Note[]> {
  const notes = await rows.readNotes(memberId, videoId)
  return notes.sort(byFrame).map(({ noteId, frame, text }) => ({ id: noteId, frame, text }))
}

/**
 * Two concurrent calls may exceed a limit by one, which is harmless: it bounds the size of a partition.
 * The index of members with notes is written first, so that removing a video finds all its notes.
 */
export async function addNote(
  memberId: string,
  video: Pick<Video, 'id' | 'frames'>,
  { frame, text }: Pick<Note, 'frame' | 'text'>,
  now: Date,
): Promise<AddNoteResult> {
  if (frame >= video.frames) return { ok: false, reason: 'outside-the-video' }
  const noted = await rows.readNotedVideos(memberId)
  if (noted.length >= MAX_NOTES_PER_MEMBER) return { ok: false, reason: 'member-full' }
  const ofVideo = noted.filter((id) => id === video.id).length
  if (ofVideo >= MAX_NOTES_PER_VIDEO) return { ok: false, reason: 'video-full' }
  await rows.insertNoter(video.id, bucketOf(memberId), memberId)
  const noteId = randomUUID()
  await rows.writeNote(memberId, { videoId: video.id, frame, noteId, text, createdAt: now })
  return { ok: true, id: noteId }
}

/** @returns false when the note no longer exists. */
export async function changeNote(where: NoteKey, text: string): Promise<boolean> {
  const note = await rows.findNote(keyOf(where))
  if (note) await rows.writeNote(where.memberId, { ...note, text })
  return note !== undefined
}

/** Idempotent. */
export async function deleteNote(where: NoteKey): Promise<void> {
  await rows.deleteNote(keyOf(where))
}

/** All notes of a member, for their data export. */
export async function allNotesOf(memberId: string) {
  const notes = await rows.readAllNotes(memberId)
  return notes.map(({ noteId: _, ...note }) => note)
}

/** The index entries are deleted before the notes, which are needed to find them. Idempotent. */
export async function removeNotesOfMember(memberId: string): Promise<void> {
  const videos = [...new Set(await rows.readNotedVideos(memberId))]
  const bucket = bucketOf(memberId)
  await forEachConcurrent(videos, DELETE_CONCURRENCY, (videoId) =>
    rows.deleteNoter(videoId, bucket, memberId),
  )
  await rows.deleteNotesOfUser(memberId)
}

/** The notes are deleted before the index that finds them. Idempotent. */
export async function removeNotesOfVideo(videoId: string): Promise<void> {
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const noters = await rows.readNoters(videoId, bucket)
    if (noters.length === 0) continue
    await forEachConcurrent(noters, DELETE_CONCURRENCY, (memberId) =>
      rows.deleteNotesOfVideo(memberId, videoId),
    )
    await rows.deleteNoters(videoId, bucket)
  }
}

const keyOf = ({ memberId, ...where }: NoteKey) => ({ userId: memberId, ...where })

/** Notes of the same frame are ordered by age. */
function byFrame(a: rows.NoteRow, b: rows.NoteRow): number {
  return a.frame - b.frame || a.createdAt.getTime() - b.createdAt.getTime()
}
