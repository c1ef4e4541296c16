import { type Row, run, runAll, runOne } from './client.ts'

/** Where a note stands: with whom, in which video, at which frame. */
export type NoteKey = { userId: string; videoId: string; frame: number; noteId: string }
export type NoteRow = Omit<NoteKey, 'userId'> & { text: string; createdAt: Date }

const COLUMNS = 'video_id, frame, note_id, text, created_at'
const ONE = 'user_id = ? AND video_id = ? AND frame = ? AND note_id = ?'

/** One member's notes of one video, by frame: a slice of their partition. */
export async function readNotes(userId: string, videoId: string): Promise<NoteRow[]> {
  const query = `SELECT ${COLUMNS} FROM notes WHERE user_id = ? AND video_id = ?`
  return (await run(query, [userId, videoId])).map(toNote)
}

/** All notes of a member, video by video. */
export async function readAllNotes(userId: string): Promise<NoteRow[]> {
  return (await runAll(`SELECT ${COLUMNS} FROM notes WHERE user_id = ?`, [userId])).map(toNote)
}

/** The video of each note of a member: as many as there are notes. */
export async function readNotedVideos(userId: string): Promise<string[]> {
  const rows = await runAll('SELECT video_id FROM notes WHERE user_id = ?', [userId])
  return rows.map((row) => String(row.video_id))
}

export async function findNote(key: NoteKey): Promise<NoteRow | undefined> {
  const row = await runOne(`SELECT ${COLUMNS} FROM notes WHERE ${ONE}`, paramsOf(key))
  return row && toNote(row)
}

/** The whole row, new or in the place of what was there. */
export async function writeNote(userId: string, note: NoteRow): Promise<void> {
  await run(
    'INSERT INTO notes (user_id, video_id, frame, note_id, text, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [...paramsOf({ userId, ...note }), note.text, note.createdAt],
  )
}

export async function deleteNote(key: NoteKey): Promise<void> {
  await run(`DELETE FROM notes WHERE ${ONE}`, paramsOf(key))
}

export async function deleteNotesOfVideo(userId: string, videoId: string): Promise<void> {
  await run('DELETE FROM notes WHERE user_id = ? AND video_id = ?', [userId, videoId])
}

export async function deleteNotesOfUser(userId: string): Promise<void> {
  await run('DELETE FROM notes WHERE user_id = ?', [userId])
}

/** Says that a member has, or had, notes of a video. @param bucket of the member */
export async function insertNoter(videoId: string, bucket: number, userId: string): Promise<void> {
  await run('INSERT INTO noters (video_id, bucket, user_id) VALUES (?, ?, ?)', [
    videoId,
    bucket,
    userId,
  ])
}

export async function readNoters(videoId: string, bucket: number): Promise<string[]> {
  const query = 'SELECT user_id FROM noters WHERE video_id = ? AND bucket = ?'
  return (await runAll(query, [videoId, bucket])).map((row) => String(row.user_id))
}

export async function deleteNoter(videoId: string, bucket: number, userId: string): Promise<void> {
  await run('DELETE FROM noters WHERE video_id = ? AND bucket = ? AND user_id = ?', [
    videoId,
    bucket,
    userId,
  ])
}

export async function deleteNoters(videoId: string, bucket: number): Promise<void> {
  await run('DELETE FROM noters WHERE video_id = ? AND bucket = ?', [videoId, bucket])
}

const paramsOf = ({ userId, videoId, frame, noteId }: NoteKey) => [userId, videoId, frame, noteId]

function toNote(row: Row): NoteRow {
  return {
    videoId: String(row.video_id),
    frame: row.frame,
    noteId: String(row.note_id),
    text: row.text,
    createdAt: row.created_at,
  }
}
