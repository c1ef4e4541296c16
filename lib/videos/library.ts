import { randomUUID } from 'node:crypto'
import * as videos from '#db/videos.ts'
import { isUuid } from '#lib/uuid.ts'
import { type Move, planMove, sortByPlace } from './libraryOrder.ts'
import type { Host, Video } from './video.ts'
import { isForMembers, isPublic } from './visibility.ts'

type Changeable = Omit<Video, 'id' | 'host' | 'hostId' | 'addedBy' | 'addedAt'>

export type NewVideo = Pick<Video, 'host' | 'hostId' | 'title' | 'frames' | 'fps' | 'addedBy'> &
  Partial<Changeable & Pick<Video, 'id' | 'addedAt'>>

export type ChangeVideoResult = { ok: true; video: Video } | { ok: false; reason: 'unknown-video' }

export type AddVideoResult =
  | { ok: true; video: Video }
  | { ok: false; reason: 'already-there'; videoId: string }

/** @returns null for an unknown id, a malformed one, and a video that was removed. */
export async function getVideo(id: string): Promise<Video | null> {
  if (!isUuid(id)) return null
  const row = await videos.findVideo(id)
  return row && row.status !== 'removed' ? toVideo(row) : null
}

/** The videos with these ids that exist, in the order of `ids`. @param ids uuids */
export async function getVideos(ids: readonly string[]): Promise<Video[]> {
  const rows = await videos.findVideos(ids)
  return rows.filter(({ status }) => status !== 'removed').map(toVideo)
}

/** Finds the video in the library by its host and the host's id. */
export async function findVideoAt(host: Host, hostId: string): Promise<Video | null> {
  const holder = await videos.findVideoIdByHost(host, hostId)
  return holder ? getVideo(holder) : null
}

/** All videos, including drafts and archived ones, in the library's order. */
export async function listVideos(): Promise<Video[]> {
  const listing = sortByPlace(await videos.readListing())
  return getVideos(listing.map(({ videoId }) => videoId))
}

/** All videos that are not archived, in the library's order. */
export async function listUnarchived(): Promise<Video[]> {
  return (await listVideos()).filter(({ archivedAt }) => archivedAt === null)
}

/** The videos members may watch, in the library's order. */
export async function listForMembers(): Promise<Video[]> {
  return (await listVideos()).filter(isForMembers)
}

/** The videos guests may watch, in the library's order. */
export async function listPublic(): Promise<Video[]> {
  return (await listVideos()).filter(isPublic)
}

/**
 * Adds a video unless its host id is already in the library.
 * The order of the writes is row, claim of the host id, listing: a crash in between leaves at most a
 * row that is never read, and adding the same video again restores a missing listing.
 */
export async function addVideo(input: NewVideo): Promise<AddVideoResult> {
  const row = toRow(input)
  await videos.insertVideo(row)
  const holder = await videos.claimHostId(row.host, row.hostId, row.videoId)
  if (holder !== row.videoId) {
    await videos.deleteVideo(row.videoId)
    const existing = await videos.findVideo(holder)
    if (existing && existing.status !== 'removed') await videos.listVideo(holder, existing.addedAt)
    return { ok: false, reason: 'already-there', videoId: holder }
  }
  await videos.listVideo(row.videoId, row.addedAt)
  return { ok: true, video: toVideo(row) }
}

/**
 * Moves a video among those that are not archived, as owners see them. Does nothing when it is there
 * already or not in the library.
 */
export async function moveInLibrary(videoId: string, where: Move, now: Date): Promise<void> {
  const shown = new Set((await listUnarchived()).map(({ id }) => id))
  const order = sortByPlace(await videos.readListing()).filter((entry) => shown.has(entry.videoId))
  const places = planMove(order, videoId, where, now.getTime())
  if (places.length > 0) await videos.writePlaces(places)
}

/** Changes the given fields of a video. The texts are not validated here. */
export async function changeVideo(
  videoId: string,
  change: Partial<Changeable>,
): Promise<ChangeVideoResult> {
  const video = await getVideo(videoId)
  if (!video) return { ok: false, reason: 'unknown-video' }
  const { fps, sources, captions, chapters, ...plain } = change
  await videos.writeVideo(videoId, {
    ...plain,
    ...(fps && { fpsNum: fps.num, fpsDen: fps.den }),
    ...(sources !== undefined && { sources: toJson(sources) }),
    ...(captions && { captions: toJson(captions) }),
    ...(chapters && { chapters: toJson(chapters) }),
  })
  return { ok: true, video: { ...video, ...change } }
}

function toRow(input: NewVideo): videos.VideoRow {
  return {
    videoId: input.id ?? randomUUID(),
    host: input.host,
    hostId: input.hostId,
    hostKey: input.hostKey ?? null,
    title: input.title,
    description: input.description ?? '',
    frames: input.frames,
    fpsNum: input.fps.num,
    fpsDen: input.fps.den,
    precision: input.precision ?? 'exact',
    visibility: input.visibility ?? 'members',
    poster: input.poster ?? null,
    sources: toJson(input.sources ?? null),
    captions: toJson(input.captions ?? []),
    chapters: toJson(input.chapters ?? []),
    status: input.status ?? 'ready',
    addedBy: input.addedBy,
    addedAt: input.addedAt ?? new Date(),
    archivedAt: input.archivedAt ?? null,
    replacedBy: input.replacedBy ?? null,
    replaces: input.replaces ?? null,
  }
}

/** Only this file writes these rows, so the cast holds. */
function toVideo({ videoId, fpsNum, fpsDen, ...row }: videos.VideoRow): Video {
  return {
    ...row,
    id: videoId,
    fps: { num: fpsNum, den: fpsDen },
    sources: row.sources && JSON.parse(row.sources),
    captions: JSON.parse(row.captions ?? '[]'),
    chapters: JSON.parse(row.chapters ?? '[]'),
  } as Video
}

/** Empty values are stored as null. */
function toJson(value: object | null): string | null {
  return value === null || (Array.isArray(value) && value.length === 0)
    ? null
    : JSON.stringify(value)
}
