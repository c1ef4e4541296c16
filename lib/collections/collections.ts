import { randomUUID } from 'node:crypto'
import * as rows from '#db/collections.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { isUuid } from '#lib/uuid.ts'
import { getVideo, getVideos } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { type Collection, MAX_COLLECTIONS, MAX_VIDEOS_PER_COLLECTION } from './collection.ts'

const WRITE_CONCURRENCY = 32

type CollectionFields = Omit<Collection, 'id' | 'addedAt'>
type ChangeResult = { ok: true } | { ok: false; reason: 'unknown-collection' }
type AppendResult = ChangeResult | { ok: false; reason: 'unknown-video' | 'full' | 'already-there' }

/** All collections, the newest first. @throws DatabaseAway */
export async function listCollections(): Promise<Collection[]> {
  const found = await rows.listCollectionRows(MAX_COLLECTIONS)
  return found.map(toCollection).sort((a, b) => b.addedAt.getTime() - a.addedAt.getTime())
}

/** @returns null for an unknown id and a malformed one. */
export async function getCollection(id: string): Promise<Collection | null> {
  const row = isUuid(id) ? await rows.findCollection(id) : undefined
  return row ? toCollection(row) : null
}

/** Its videos in order, without removed ones. */
export async function readVideosOf(collectionId: string): Promise<Video[]> {
  return getVideos(await rows.readCollectionVideos(collectionId))
}

/** Adds a draft. @returns its id, or null when the maximum is reached. */
export async function addCollection(title: string, now: Date): Promise<string | null> {
  if ((await rows.listCollectionRows(MAX_COLLECTIONS)).length === MAX_COLLECTIONS) return null
  const collectionId = randomUUID()
  const fields = { title, description: '', visibility: 'draft', sequential: false }
  await rows.writeCollection({ collectionId, ...fields, addedAt: now })
  return collectionId
}

export async function changeCollection(
  id: string,
  fields: CollectionFields,
): Promise<ChangeResult> {
  const collection = await getCollection(id)
  if (!collection) return { ok: false, reason: 'unknown-collection' }
  // Written again for all: videos placed before this index existed get their entry here.
  if (fields.sequential)
    await forEachConcurrent(await idsOf(id), WRITE_CONCURRENCY, (video) =>
      rows.insertCollectionOfVideo(video, id),
    )
  await rows.writeCollection({ collectionId: id, ...fields, addedAt: collection.addedAt })
  return { ok: true }
}

/** Deletes a collection; its videos stay in the library. */
export async function removeCollection(id: string): Promise<void> {
  if (!isUuid(id)) return
  const ids = await rows.readCollectionVideos(id)
  await rows.deleteCollection(id)
  await forEachConcurrent(ids, WRITE_CONCURRENCY, (video) =>
    rows.deleteCollectionOfVideo(video, id),
  )
}

/** Appends a video. */
export async function appendVideo(collectionId: string, videoId: string): Promise<AppendResult> {
  if (!(await getCollection(collectionId))) return { ok: false, reason: 'unknown-collection' }
  if (!(await getVideo(videoId))) return { ok: false, reason: 'unknown-video' }
  const ids = await idsOf(collectionId)
  if (ids.includes(videoId)) return { ok: false, reason: 'already-there' }
  if (ids.length >= MAX_VIDEOS_PER_COLLECTION) return { ok: false, reason: 'full' }
  await rows.insertCollectionOfVideo(videoId, collectionId)
  await rows.writeCollectionVideos(collectionId, [...ids, videoId])
  return { ok: true }
}

/** Moves a video one place `up` or `down`, or removes it (`out`). Ignores a video that is not in it. */
export async function moveVideo(
  collectionId: string,
  videoId: string,
  where: 'up' | 'down' | 'out',
): Promise<ChangeResult> {
  if (!(await getCollection(collectionId))) return { ok: false, reason: 'unknown-collection' }
  const ids = await idsOf(collectionId)
  const from = ids.indexOf(videoId)
  const to = where === 'up' ? from - 1 : from + 1
  if (from < 0 || (where !== 'out' && (to < 0 || to >= ids.length))) return { ok: true }
  ids.splice(from, 1)
  if (where !== 'out') ids.splice(to, 0, videoId)
  await rows.writeCollectionVideos(collectionId, ids)
  if (where === 'out') await rows.deleteCollectionOfVideo(videoId, collectionId)
  return { ok: true }
}

/** Replaces a video by another in all collections. */
export async function replaceInCollections(formerId: string, nextId: string): Promise<void> {
  const all = await rows.listCollectionRows(MAX_COLLECTIONS)
  await forEachConcurrent(all, WRITE_CONCURRENCY, async ({ collectionId }) => {
    const ids = await rows.readCollectionVideos(collectionId)
    if (!ids.includes(formerId)) return
    const others = ids.filter((id) => id !== nextId)
    await rows.insertCollectionOfVideo(nextId, collectionId)
    await rows.writeCollectionVideos(collectionId, others.with(others.indexOf(formerId), nextId))
    await rows.deleteCollectionOfVideo(formerId, collectionId)
  })
}

/** Without removed videos, which thereby disappear from the list at its next change. */
async function idsOf(collectionId: string): Promise<string[]> {
  return (await readVideosOf(collectionId)).map(({ id }) => id)
}

/** Only this file writes these rows, so the cast holds. */
function toCollection({ collectionId, ...row }: rows.CollectionRow): Collection {
  return { ...row, id: collectionId } as Collection
}
