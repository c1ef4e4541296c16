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

/** Its videos in their order; those that were removed are left out. */
export async function readVideosOf(collectionId: string): Promise<Video[]> {
  return getVideos(await rows.readCollectionVideos(collectionId))
}

/** A new one is a draft. @returns its id, or null when there are as many as there may be. */
export async function addCollection(title: string, now: Date): Promise<string | null> {
  if ((await rows.listCollectionRows(MAX_COLLECTIONS)).length === MAX_COLLECTIONS) return null
  const collectionId = randomUUID()
  const words = { title, description: '', visibility: 'draft', sequential: false }
  await rows.writeCollection({ collectionId, ...words, addedAt: now })
  return collectionId
}

export async function changeCollection(id: string, words: CollectionFields): Promise<ChangeResult> {
  const there = await getCollection(id)
  if (!there) return { ok: false, reason: 'unknown-collection' }
  // Again for all: those that were placed before there was this look-up are found from now on.
  if (words.sequential)
    await forEachConcurrent(await idsOf(id), WRITE_CONCURRENCY, (video) =>
      rows.insertCollectionOfVideo(video, id),
    )
  await rows.writeCollection({ collectionId: id, ...words, addedAt: there.addedAt })
  return { ok: true }
}

/** The videos stay; only their order goes. */
export async function removeCollection(id: string): Promise<void> {
  if (!isUuid(id)) return
  const ids = await rows.readCollectionVideos(id)
  await rows.deleteCollection(id)
  await forEachConcurrent(ids, WRITE_CONCURRENCY, (video) =>
    rows.deleteCollectionOfVideo(video, id),
  )
}

/** Puts a video at the end. */
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

/** Moves a video one place `up` or `down`, or takes it `out`. What is not there is left alone. */
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

/** Wherever a video stands, another stands from now on. */
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

/** Those that are still there: a removed video gives its place free at the next change. */
async function idsOf(collectionId: string): Promise<string[]> {
  return (await readVideosOf(collectionId)).map(({ id }) => id)
}

/** Only functions of this file write these rows. */
function toCollection({ collectionId, ...row }: rows.CollectionRow): Collection {
  return { ...row, id: collectionId } as Collection
}
