'use server'

import { revalidatePath } from 'next/cache'
import type { Limit } from '#lib/auth/rateLimiter.ts'
import {
  type ActionContext,
  type ActionResult,
  validatedAction,
} from '#lib/auth/validatedAction.ts'
import { formatCount } from '#lib/format/numbers.ts'
import { MAX_NOTES_PER_MEMBER, MAX_NOTES_PER_VIDEO } from '#lib/notes/note.ts'
import * as notes from '#lib/notes/notes.ts'
import { addNoteSchema, deleteNoteSchema, editNoteSchema } from '#lib/notes/schemas.ts'
import { getVideo } from '#lib/videos/library.ts'
import { isForMembers } from '#lib/videos/visibility.ts'

const limits = (_: unknown, { member }: ActionContext<'member'>): Limit[] => [
  { kind: 'notes', key: member.id, max: 120, windowSeconds: 5 * 60 },
]

export const addNote = validatedAction(
  { schema: addNoteSchema, who: 'member', limits },
  async ({ video: videoId, frame, text }, { member, now }) => {
    const video = await getVideo(videoId)
    if (!video || !(isForMembers(video) || member.role === 'owner')) return refused('gone')
    const added = await notes.addNote(member.id, video, { frame, text }, now)
    return added.ok ? saved(videoId) : refused(added.reason)
  },
)

export const editNote = validatedAction(
  { schema: editNoteSchema, who: 'member', limits },
  async ({ video: videoId, frame, note: noteId, text }, { member }) => {
    const where = { memberId: member.id, videoId, frame, noteId }
    return (await notes.changeNote(where, text)) ? saved(videoId) : refused('gone')
  },
)

export const deleteNote = validatedAction(
  { schema: deleteNoteSchema, who: 'member', limits },
  async ({ video: videoId, frame, note: noteId }, { member }) => {
    await notes.deleteNote({ memberId: member.id, videoId, frame, noteId })
    return saved(videoId)
  },
)

function saved(videoId: string): ActionResult {
  revalidatePath(`/videos/${videoId}`)
  return { ok: true, message: 'Saved.' }
}

function refused(reason: keyof typeof REFUSALS): ActionResult {
  return { ok: false, message: REFUSALS[reason] }
}

const REFUSALS = {
  gone: 'This note or video no longer exists.',
  'outside-the-video': 'The video has no such frame. Reload the page.',
  'video-full': `You have reached the limit of ${formatCount(MAX_NOTES_PER_VIDEO)} notes for a video.`,
  'member-full': `You have reached the limit of ${formatCount(MAX_NOTES_PER_MEMBER)} notes.`,
}
