import { assignments } from './assignments.ts'
import { type Row, run, runAll, runBatch, runLwt, runOne } from './client.ts'

/** A row of `videos`. */
export type VideoRow = {
  videoId: string
  host: string
  hostId: string
  hostKey: string | null
  title: string
  description: string
  frames: number
  fpsNum: number
  fpsDen: number
  precision: string
  visibility: string
  poster: string | null
  /** JSON, as are the next two; null for none. */
  sources: string | null
  captions: string | null
  chapters: string | null
  status: string
  addedBy: string
  addedAt: Date
  archivedAt: Date | null
  replacedBy: string | null
  replaces: string | null
}

const COLUMNS =
  'video_id, host, host_id, host_key, title, description, frames, fps_num, fps_den, precision, visibility, ' +
  'poster, sources, captions, chapters, status, added_by, added_at, archived_at, replaced_by, ' +
  'replaces'

/** The partition of the one listing; more could be added. */
const LIBRARY = 'library'

export async function findVideo(videoId: string): Promise<VideoRow | undefined> {
  const row = await runOne(`SELECT ${COLUMNS} FROM videos WHERE video_id = ?`, [videoId])
  // An update after the delete recreates a row without `added_at`: not a video.
  return row?.added_at ? toVideo(row) : undefined
}

/** The most ids in one query: a library takes a few queries, not one per video. */
const IDS_PER_QUERY = 32

/** In the order of `videoIds`, without those that do not exist. */
export async function findVideos(videoIds: readonly string[]): Promise<VideoRow[]> {
  const parts = Array.from({ length: Math.ceil(videoIds.length / IDS_PER_QUERY) }, (_, i) =>
    videoIds.slice(i * IDS_PER_QUERY, (i + 1) * IDS_PER_QUERY),
  )
  const query = `SELECT ${COLUMNS} FROM videos WHERE video_id IN ?`
  const rows = await Promise.all(parts.map((ids) => run(query, [ids])))
  const found = rows.flat().filter((row) => row.added_at)
  const byId = new Map(found.map((row) => [String(row.video_id), row]))
  return videoIds.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toVideo(row)] : []
  })
}

/** Inserts or replaces the whole row. */
export async function insertVideo(video: VideoRow): Promise<void> {
  await run(
    `INSERT INTO videos (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      video.videoId,
      video.host,
      video.hostId,
      video.hostKey,
      video.title,
      video.description,
      video.frames,
      video.fpsNum,
      video.fpsDen,
      video.precision,
      video.visibility,
      video.poster,
      video.sources,
      video.captions,
      video.chapters,
      video.status,
      video.addedBy,
      video.addedAt,
      video.archivedAt,
      video.replacedBy,
      video.replaces,
    ],
  )
}

const COLUMN_OF = {
  hostKey: 'host_key',
  title: 'title',
  description: 'description',
  frames: 'frames',
  fpsNum: 'fps_num',
  fpsDen: 'fps_den',
  precision: 'precision',
  visibility: 'visibility',
  poster: 'poster',
  sources: 'sources',
  captions: 'captions',
  chapters: 'chapters',
  status: 'status',
  archivedAt: 'archived_at',
  replacedBy: 'replaced_by',
  replaces: 'replaces',
} as const

export type VideoChange = Partial<Pick<VideoRow, keyof typeof COLUMN_OF>>

/** Writes the columns in `change` only. The video must exist: an UPDATE would create a row. */
export async function writeVideo(videoId: string, change: VideoChange): Promise<void> {
  const { set, values } = assignments(COLUMN_OF, change)
  if (values.length === 0) return
  await run(`UPDATE videos SET ${set} WHERE video_id = ?`, [...values, videoId])
}

/** Hides the video at once; `deleteVideo` follows when all its data is deleted. */
export async function writeVideoRemoved(videoId: string): Promise<void> {
  await run("UPDATE videos SET status = 'removed' WHERE video_id = ?", [videoId])
}

export async function deleteVideo(videoId: string): Promise<void> {
  await run('DELETE FROM videos WHERE video_id = ?', [videoId])
}

/**
 * Claims the host's id for this video. Idempotent.
 * @returns the id of the video that has it, `videoId` or another
 */
export async function claimHostId(host: string, hostId: string, videoId: string): Promise<string> {
  const { applied, row } = await runLwt(
    'INSERT INTO videos_by_host (host, host_id, video_id) VALUES (?, ?, ?) IF NOT EXISTS',
    [host, hostId, videoId],
  )
  return applied ? videoId : String(row?.video_id)
}

/** @returns the id of the video that has claimed the host's id. */
export async function findVideoIdByHost(host: string, hostId: string): Promise<string | undefined> {
  const row = await runOne('SELECT video_id FROM videos_by_host WHERE host = ? AND host_id = ?', [
    host,
    hostId,
  ])
  return row && String(row.video_id)
}

/** Releases the host's id if this video has claimed it. */
export async function releaseHostId(host: string, hostId: string, videoId: string): Promise<void> {
  await runLwt('DELETE FROM videos_by_host WHERE host = ? AND host_id = ? IF video_id = ?', [
    host,
    hostId,
    videoId,
  ])
}

export async function listVideo(videoId: string, addedAt: Date): Promise<void> {
  await run('INSERT INTO videos_by_shelf (shelf, added_at, video_id) VALUES (?, ?, ?)', [
    LIBRARY,
    addedAt,
    videoId,
  ])
}

export async function unlistVideo(videoId: string, addedAt: Date): Promise<void> {
  await run('DELETE FROM videos_by_shelf WHERE shelf = ? AND added_at = ? AND video_id = ?', [
    LIBRARY,
    addedAt,
    videoId,
  ])
}

/** A video in the listing. `place` is null until an owner moves the video. */
export type ListedVideo = { videoId: string; addedAt: Date; place: number | null }

/** All listed videos, the most recently added first. */
export async function readListing(): Promise<ListedVideo[]> {
  const query = 'SELECT video_id, added_at, place FROM videos_by_shelf WHERE shelf = ?'
  const rows = await runAll(query, [LIBRARY])
  return rows.map((row) => ({
    videoId: String(row.video_id),
    addedAt: row.added_at,
    place: row.place ?? null,
  }))
}

/** Writes the places of these videos as one mutation. */
export async function writePlaces(places: readonly ListedVideo[]): Promise<void> {
  await runBatch(
    places.map(({ videoId, addedAt, place }) => ({
      query: 'INSERT INTO videos_by_shelf (shelf, added_at, video_id, place) VALUES (?, ?, ?, ?)',
      params: [LIBRARY, addedAt, videoId, place],
    })),
  )
}

function toVideo(row: Row): VideoRow {
  return {
    videoId: String(row.video_id),
    host: row.host,
    hostId: row.host_id,
    hostKey: row.host_key,
    title: row.title,
    description: row.description ?? '',
    frames: row.frames,
    fpsNum: row.fps_num,
    fpsDen: row.fps_den,
    precision: row.precision,
    visibility: row.visibility,
    poster: row.poster,
    sources: row.sources,
    captions: row.captions,
    chapters: row.chapters,
    status: row.status,
    addedBy: String(row.added_by),
    addedAt: row.added_at,
    archivedAt: row.archived_at,
    replacedBy: row.replaced_by && String(row.replaced_by),
    replaces: row.replaces && String(row.replaces),
  }
}
