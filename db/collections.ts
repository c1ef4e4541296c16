import { type Row, run, runBatch, runOne } from './client.ts'

/** A row of `collections`. */
export type CollectionRow = {
  collectionId: string
  title: string
  description: string
  visibility: string
  sequential: boolean
  addedAt: Date
}

const COLUMNS = 'collection_id, title, description, visibility, sequential, added_at'

/** Scans the table, which is small: at most `limit` rows, in token order. */
export async function listCollectionRows(limit: number): Promise<CollectionRow[]> {
  const rows = await run(`SELECT ${COLUMNS} FROM collections LIMIT ?`, [limit])
  return rows.map(toCollection).filter((row) => row !== undefined)
}

export async function findCollection(collectionId: string): Promise<CollectionRow | undefined> {
  const query = `SELECT ${COLUMNS} FROM collections WHERE collection_id = ?`
  return toCollection(await runOne(query, [collectionId]))
}

/** Inserts or replaces the whole row. */
export async function writeCollection(row: CollectionRow): Promise<void> {
  await run(`INSERT INTO collections (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`, [
    row.collectionId,
    row.title,
    row.description,
    row.visibility,
    row.sequential,
    row.addedAt,
  ])
}

/** The row first: a crash in between leaves only an order without a collection. */
export async function deleteCollection(collectionId: string): Promise<void> {
  await run('DELETE FROM collections WHERE collection_id = ?', [collectionId])
  await run('DELETE FROM collection_videos WHERE collection_id = ?', [collectionId])
}

/** The ids of its videos in their order. */
export async function readCollectionVideos(collectionId: string): Promise<string[]> {
  const rows = await run('SELECT video_id FROM collection_videos WHERE collection_id = ?', [
    collectionId,
  ])
  return rows.map((row) => String(row.video_id))
}

/** Replaces the videos and their order as one mutation. */
export async function writeCollectionVideos(
  collectionId: string,
  videoIds: readonly string[],
): Promise<void> {
  await runBatch([
    ...videoIds.map((videoId, position) => ({
      query: 'INSERT INTO collection_videos (collection_id, position, video_id) VALUES (?, ?, ?)',
      params: [collectionId, position, videoId],
    })),
    // Only the positions after them: of a delete and an insert with equal timestamps the delete wins.
    {
      query: 'DELETE FROM collection_videos WHERE collection_id = ? AND position >= ?',
      params: [collectionId, videoIds.length],
    },
  ])
}

/*
 * `collections_by_video` is an index that may name collections which no longer hold the video or are
 * deleted: readers check the collections.
 */

/** Ids of the collections that may hold a video. */
export async function readCollectionsOfVideo(videoId: string): Promise<string[]> {
  const rows = await run('SELECT collection_id FROM collections_by_video WHERE video_id = ?', [
    videoId,
  ])
  return rows.map((row) => String(row.collection_id))
}

export async function insertCollectionOfVideo(
  videoId: string,
  collectionId: string,
): Promise<void> {
  await run('INSERT INTO collections_by_video (video_id, collection_id) VALUES (?, ?)', [
    videoId,
    collectionId,
  ])
}

export async function deleteCollectionOfVideo(
  videoId: string,
  collectionId: string,
): Promise<void> {
  await run('DELETE FROM collections_by_video WHERE video_id = ? AND collection_id = ?', [
    videoId,
    collectionId,
  ])
}

/** For a video that is being removed. */
export async function deleteCollectionsOfVideo(videoId: string): Promise<void> {
  await run('DELETE FROM collections_by_video WHERE video_id = ?', [videoId])
}

function toCollection(row: Row | undefined): CollectionRow | undefined {
  if (!row?.added_at) return undefined
  return {
    collectionId: String(row.collection_id),
    title: row.title,
    description: row.description ?? '',
    visibility: row.visibility,
    sequential: row.sequential ?? false,
    addedAt: row.added_at,
  }
}
