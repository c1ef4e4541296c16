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

/** Those of some videos that are there, in the order they are asked for. @param ids uuids */
export async function getVideos(ids: readonly string[]): Promise<Video[]> {
  const rows = await videos.findVideos(ids)
  return rows.filter(({ status }) => status !== 'removed').map(toVideo)
}

/** The video of the library that this is, if it is there. */
export async function findVideoAt(host: Host, hostId: string): Promise<Video | null> {
  const holder = await videos.findVideoIdByHost(host, hostId)
  return holder ? getVideo(holder) : null
}

/** Every video there is, in the library's order: drafts and archived ones too. */
export async function listVideos(): Promise<Video[]> {
  const shelf = sortByPlace(await videos.readListing())
  return getVideos(shelf.map(({ videoId }) => videoId))
}

/** The library as owners order it: all but what is archived. */
export async function listUnarchived(): Promise<Video[]> {
  return (await listVideos()).filter(({ archivedAt }) => archivedAt === null)
}

/** What members may watch, in the library's order. */
export async function listForMembers(): Promise<Video[]> {
  return (await listVideos()).filter(isForMembers)
}

/** What guests may watch, in the library's order. */
export async function listPublic(): Promise<Video[]> {
  return (await listVideos()).filter(isPublic)
}

/**
 * Adds a video unless the host's name for it is taken.
 * The row comes first, then the claim, then the listing: a crash in between leaves at most a row
 * nobody sees; adding the same video again brings a lost listing back.
 */
export async function addVideo(input: NewVideo): Promise<AddVideoResult> {
  const row = toRow(input)
  await videos.insertVideo(row)
  const holder = await videos.claimHostId(row.host, row.hostId, row.videoId)
  if (holder !== row.videoId) {
    await videos.deleteVideo(row.videoId)
    const there = await videos.findVideo(holder)
    if (there && there.status !== 'removed') await videos.listVideo(holder, there.addedAt)
    return { ok: false, reason: 'already-there', videoId: holder }
  }
  await videos.listVideo(row.videoId, row.addedAt)
  return { ok: true, video: toVideo(row) }
}

/**
 * Moves a video among those that are shown to whoever orders them: drafts too, archived ones not.
 * Nothing happens to one that stands there already, or is not there.
 */
export async function moveInLibrary(videoId: string, where: Move, now: Date): Promise<void> {
  const shown = new Set((await listUnarchived()).map(({ id }) => id))
  const order = sortByPlace(await videos.readListing()).filter((entry) => shown.has(entry.videoId))
  const places = planMove(order, videoId, where, now.getTime())
  if (places.length > 0) await videos.writePlaces(places)
}

/** Changes what is given of a video and leaves the rest; the words are taken as they come. */
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

/** Only functions of this file write these rows, so the words in them are those of `Video`. */
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

/** Nothing is null in the table. */
function toJson(value: object | null): string | null {
  return value === null || (Array.isArray(value) && value.length === 0)
    ? null
    : JSON.stringify(value)
}
