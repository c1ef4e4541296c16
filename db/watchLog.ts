import { type Row, run, runAll, runBatch, type Statement } from './client.ts'

/** One beacon in the log, without its partition. */
export type LogEntry = {
  videoId: string
  viewerId: string
  playbackId: string
  seq: number
  /** ms since 1970. */
  at: number
  position: number
  ended: boolean
  segments: Buffer
}

export type LogRow = LogEntry & { slot: number }

const INSERT =
  'INSERT INTO watch_log (slot, lane, video_id, viewer_id, playback_id, seq, at, position, ended, ' +
  'segments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

export function logInsert(slot: number, lane: number, entry: LogEntry): Statement {
  return {
    query: INSERT,
    params: [
      slot,
      lane,
      entry.videoId,
      entry.viewerId,
      entry.playbackId,
      entry.seq,
      new Date(entry.at),
      entry.position,
      entry.ended,
      entry.segments,
    ],
  }
}

/**
 * Writes entries into one partition as one mutation. The same entry written twice is one row.
 * @throws DatabaseAway when they may or may not be written.
 */
export async function insertLogEntries(
  slot: number,
  lane: number,
  entries: LogEntry[],
): Promise<void> {
  await runBatch(entries.map((entry) => logInsert(slot, lane, entry)))
}

/** All rows of one slot and lane, sorted by video, viewer, playback and number. */
export async function readLogSlot(slot: number, lane: number): Promise<LogRow[]> {
  const rows = await runAll('SELECT * FROM watch_log WHERE slot = ? AND lane = ?', [slot, lane])
  return rows.map(toLogRow)
}

/** Who watched which video in one slot of a lane: the keys of at most `limit` rows. */
export async function readLogHeads(
  slot: number,
  lane: number,
  limit: number,
): Promise<{ videoId: string; viewerId: string }[]> {
  const rows = await run(
    'SELECT video_id, viewer_id FROM watch_log WHERE slot = ? AND lane = ? LIMIT ?',
    [slot, lane, limit],
  )
  return rows.map((row) => ({ videoId: String(row.video_id), viewerId: String(row.viewer_id) }))
}

/** All entries for one video in one slot of a lane. */
export async function readVideoLog(slot: number, lane: number, videoId: string): Promise<LogRow[]> {
  const rows = await runAll(
    'SELECT * FROM watch_log WHERE slot = ? AND lane = ? AND video_id = ?',
    [slot, lane, videoId],
  )
  return rows.map(toLogRow)
}

/** One viewer's entries for one video in one slot. */
export async function readViewerLog(
  slot: number,
  lane: number,
  videoId: string,
  viewerId: string,
): Promise<LogRow[]> {
  const rows = await runAll(
    'SELECT * FROM watch_log WHERE slot = ? AND lane = ? AND video_id = ? AND viewer_id = ?',
    [slot, lane, videoId, viewerId],
  )
  return rows.map(toLogRow)
}

/** The same in several slots of a lane. @param slots at most 100. */
export async function readViewerLogSlots(
  slots: number[],
  lane: number,
  videoId: string,
  viewerId: string,
): Promise<LogRow[]> {
  const rows = await runAll(
    'SELECT * FROM watch_log WHERE slot IN ? AND lane = ? AND video_id = ? AND viewer_id = ?',
    [slots, lane, videoId, viewerId],
  )
  return rows.map(toLogRow)
}

/**
 * Which of these slots have rows: DISTINCT reads partition keys only, so hours without viewers cost
 * next to nothing.
 * @param slots at most 100.
 */
export async function findWrittenSlots(lane: number, slots: number[]): Promise<number[]> {
  const rows = await run('SELECT DISTINCT slot, lane FROM watch_log WHERE slot IN ? AND lane = ?', [
    slots,
    lane,
  ])
  return rows.map((row) => Number(row.slot)).sort((a, b) => a - b)
}

function toLogRow(row: Row): LogRow {
  return {
    slot: row.slot,
    videoId: String(row.video_id),
    viewerId: String(row.viewer_id),
    playbackId: String(row.playback_id),
    seq: row.seq,
    at: row.at.getTime(),
    position: row.position,
    ended: row.ended,
    segments: row.segments,
  }
}
