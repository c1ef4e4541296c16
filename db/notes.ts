import { type Row, run, runAll, runOne } from './client.ts'

/** The primary key of a note. */
export type NoteKey = { userId: string; videoId: string; frame: number; noteId: string }
export type NoteRow = Omit<NoteKey, 'userId'> & { text: string; createdAt: Date }

const COLUMNS = 'video_id, frame, note_id, text, created_at'
const BY_KEY = 'user_id = ? AND video_id = ? AND frame = ? AND note_id = ?'

/** A member's notes on one video, by frame: a slice of the member's partition. */
export async function readNotes(userId: string, videoId: string): Promise<NoteRow[]> {
  const query = `SELECT ${COLUMNS} FROM notes WHERE user_id = ? AND video_id = ?`
  return (await run(query, [userId, videoId])).map(toNote)
}

/** All notes of a member, grouped by video. */
export async function readAllNotes(userId: string): Promise<NoteRow[]> {
  return (await runAll(`SELECT ${COLUMNS} FROM notes WHERE user_id = ?`, [userId])).map(toNote)
}

/** The video id of each note of a member, repeated for each note. */
export async function readNotedVideos(userId: string): Promise<string[]> {
  const rows = await runAll('SELECT video_id FROM notes WHERE user_id = ?', [userId])
  return rows.map((row) => String(row.video_id))
}

export async function findNote(key: NoteKey): Promise<NoteRow | undefined> {
  const row = await runOne(`SELECT ${COLUMNS} FROM notes WHERE ${BY_KEY}`, paramsOf(key))
  return row && toNote(row)
}

/** Inserts or replaces the whole row. */
export async function writeNote(userId: string, note: NoteRow): Promise<void> {
  await run(
    'INSERT INTO notes (user_id, video_id, frame, note_id, text, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    [...paramsOf({ userId, ...note }), note.text, note.createdAt],
  )
}

export async function deleteNote(key: NoteKey): Promise<void> {
  await run(`DELETE FROM notes WHERE ${BY_KEY}`, paramsOf(key))
}

export async function deleteNotesOfVideo(userId: string, videoId: string): Promise<void> {
  await run('DELETE FROM notes WHERE user_id = ? AND video_id = ?', [userId, videoId])
}

export async function deleteNotesOfUser(userId: string): Promise<void> {
  await run('DELETE FROM notes WHERE user_id = ?', [userId])
}

/** Records that a member has notes on a video. @param bucket the member's */
export async function insertNoter(videoId: string, bucket: number, userId: string): Promise<void> {
  await run('INSERT INTO noters (video_id, bucket, user_id) VALUES (?, ?, ?)', [
    videoId,
    bucket,
    userId,
  ])
}

/** The members of a bucket who have or had notes on a video. */
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
