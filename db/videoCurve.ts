import { type Row, run, runBatch } from './client.ts'

export type CurveTotals = {
  views: number
  framesPlayed: number
  viewers: number
  completions: number
}

/** The totals of one curve and the last slot merged into it: the row of chunk -1. */
export type CurveHeader = CurveTotals & { mergedTo: number }

/** The counts of 4,096 frames; the blobs are `encodeChunk`'s. */
export type CurveChunk = { chunk: number; plays: Buffer; viewers: Buffer }

export type Curve = { header: CurveHeader | undefined; chunks: CurveChunk[] }

/** `period` is `all` or a UTC day `YYYY-MM-DD`; readers add up the lanes. */
export type CurveKey = { videoId: string; period: string; lane: number }

const HEADER = -1
const SELECT = 'SELECT * FROM video_curve WHERE video_id = ? AND period = ? AND lane = ?'

export async function readCurve({ videoId, period, lane }: CurveKey): Promise<Curve> {
  return toCurve(await run(SELECT, [videoId, period, lane]))
}

export type CurveHeaderRow = CurveHeader & { period: string; lane: number }

/** The headers of several periods of one video, without the chunks. @param periods at most 31 */
export async function readCurveHeaders(
  videoId: string,
  periods: string[],
  lanes: number[],
): Promise<CurveHeaderRow[]> {
  const rows = await run(
    'SELECT period, lane, upto_slot, views, frames_played, viewers_total, completions ' +
      'FROM video_curve WHERE video_id = ? AND period IN ? AND lane IN ? AND chunk = ?',
    [videoId, periods, lanes, HEADER],
  )
  return rows.map((row) => ({ ...toHeader(row), period: row.period, lane: row.lane }))
}

/** The header and some of the chunks in one unpaged query: they fit together. */
export async function readCurveChunks(
  { videoId, period, lane }: CurveKey,
  chunks: number[],
): Promise<Curve> {
  return toCurve(
    await run(`${SELECT} AND chunk IN ?`, [videoId, period, lane, [HEADER, ...chunks]]),
  )
}

/** The header and the touched chunks as one mutation. @param timestamp microseconds. */
export async function writeCurve(
  key: CurveKey,
  header: CurveHeader,
  chunks: CurveChunk[],
  timestamp: bigint,
): Promise<void> {
  await runBatch(insertsOf(key, header, chunks, timestamp))
}

/** Replaces the whole curve; null deletes it. @param timestamp microseconds. */
export async function replaceCurve(
  key: CurveKey,
  curve: { header: CurveHeader; chunks: CurveChunk[] } | null,
  timestamp: bigint,
): Promise<void> {
  const { videoId, period, lane } = key
  // At equal timestamps a delete wins over an insert: so it is a microsecond older.
  const emptied = {
    query:
      'DELETE FROM video_curve USING TIMESTAMP ? WHERE video_id = ? AND period = ? AND lane = ?',
    params: [`${timestamp - 1n}`, videoId, period, lane],
  }
  const inserts = curve ? insertsOf(key, curve.header, curve.chunks, timestamp) : []
  await runBatch([emptied, ...inserts])
}

function insertsOf(
  { videoId, period, lane }: CurveKey,
  header: CurveHeader,
  chunks: CurveChunk[],
  timestamp: bigint,
) {
  const headerStatement = {
    query:
      'INSERT INTO video_curve (video_id, period, lane, chunk, upto_slot, views, frames_played, ' +
      'viewers_total, completions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?',
    params: [
      videoId,
      period,
      lane,
      HEADER,
      header.mergedTo,
      header.views,
      header.framesPlayed,
      header.viewers,
      header.completions,
      `${timestamp}`,
    ],
  }
  const chunkStatements = chunks.map(({ chunk, plays, viewers }) => ({
    query:
      'INSERT INTO video_curve (video_id, period, lane, chunk, plays, viewers) ' +
      'VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?',
    params: [videoId, period, lane, chunk, plays, viewers, `${timestamp}`],
  }))
  return [headerStatement, ...chunkStatements]
}

function toCurve(rows: Row[]): Curve {
  const header = rows.find((row) => row.chunk === HEADER)
  return {
    header: header && toHeader(header),
    chunks: rows
      .filter((row) => row.chunk !== HEADER)
      .map(({ chunk, plays, viewers }) => ({ chunk, plays, viewers })),
  }
}

function toHeader(row: Row): CurveHeader {
  return {
    mergedTo: row.upto_slot,
    views: Number(row.views),
    framesPlayed: Number(row.frames_played),
    viewers: Number(row.viewers_total),
    completions: Number(row.completions),
  }
}
