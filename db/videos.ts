import { assignments } from './assignments.ts'
import { type Row, run, runAll, runBatch, runLwt, runOne } from './client.ts'

/** A row of `videos`, as it is stored. */
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
  /** JSON, as are the next two; null when there are none. */
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

/** Everything is in one listing for now; a partition a shelf lets it be cut later. */
const SHELF = 'library'

export async function findVideo(videoId: string): Promise<VideoRow | undefined> {
  const row = await runOne(`SELECT ${COLUMNS} FROM videos WHERE video_id = ?`, [videoId])
  // What an update left of a row that was deleted meanwhile is no video.
  return row?.added_at ? toVideo(row) : undefined
}

/** What one query asks for: a library is a few queries, not one a video. */
const AT_ONCE = 32

/** In the order they are asked for; one that is not there is left out. */
export async function findVideos(videoIds: readonly string[]): Promise<VideoRow[]> {
  const parts = Array.from({ length: Math.ceil(videoIds.length / AT_ONCE) }, (_, i) =>
    videoIds.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
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

/** Idempotent: the same video is the same row. */
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

/** Writes these columns and leaves the others. Only for a video that is there and not removed. */
export async function writeVideo(videoId: string, change: VideoChange): Promise<void> {
  const { set, values } = assignments(COLUMN_OF, change)
  if (values.length === 0) return
  await run(`UPDATE videos SET ${set} WHERE video_id = ?`, [...values, videoId])
}

/** Neither listed nor found from now on; its row goes when everything of it has gone. */
export async function writeVideoRemoved(videoId: string): Promise<void> {
  await run("UPDATE videos SET status = 'removed' WHERE video_id = ?", [videoId])
}

export async function deleteVideo(videoId: string): Promise<void> {
  await run('DELETE FROM videos WHERE video_id = ?', [videoId])
}

/**
 * Claims the host's name for this video; asking again for the same video is answered the same.
 * @returns the id of the video that has it.
 */
export async function claimHostId(host: string, hostId: string, videoId: string): Promise<string> {
  const { applied, row } = await runLwt(
    'INSERT INTO videos_by_host (host, host_id, video_id) VALUES (?, ?, ?) IF NOT EXISTS',
    [host, hostId, videoId],
  )
  return applied ? videoId : String(row?.video_id)
}

/** @returns the id of the video that has the host's name. */
export async function findVideoIdByHost(host: string, hostId: string): Promise<string | undefined> {
  const row = await runOne('SELECT video_id FROM videos_by_host WHERE host = ? AND host_id = ?', [
    host,
    hostId,
  ])
  return row && String(row.video_id)
}

/** Lets the host's name go, if it is this video's. */
export async function releaseHostId(host: string, hostId: string, videoId: string): Promise<void> {
  await runLwt('DELETE FROM videos_by_host WHERE host = ? AND host_id = ? IF video_id = ?', [
    host,
    hostId,
    videoId,
  ])
}

export async function listVideo(videoId: string, addedAt: Date): Promise<void> {
  await run('INSERT INTO videos_by_shelf (shelf, added_at, video_id) VALUES (?, ?, ?)', [
    SHELF,
    addedAt,
    videoId,
  ])
}

export async function unlistVideo(videoId: string, addedAt: Date): Promise<void> {
  await run('DELETE FROM videos_by_shelf WHERE shelf = ? AND added_at = ? AND video_id = ?', [
    SHELF,
    addedAt,
    videoId,
  ])
}

/** `place` is null until somebody moves the video. */
export type ListedVideo = { videoId: string; addedAt: Date; place: number | null }

/** The newest first. */
export async function readListing(): Promise<ListedVideo[]> {
  const query = 'SELECT video_id, added_at, place FROM videos_by_shelf WHERE shelf = ?'
  const rows = await runAll(query, [SHELF])
  return rows.map((row) => ({
    videoId: String(row.video_id),
    addedAt: row.added_at,
    place: row.place ?? null,
  }))
}

/** Writes places of listed videos as one mutation; the places of others stay. */
export async function writePlaces(places: readonly ListedVideo[]): Promise<void> {
  await runBatch(
    places.map(({ videoId, addedAt, place }) => ({
      query: 'INSERT INTO videos_by_shelf (shelf, added_at, video_id, place) VALUES (?, ?, ?, ?)',
      params: [SHELF, addedAt, videoId, place],
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
