import { currentSession } from '#lib/auth/currentMember.ts'
import { videoFolder } from '#lib/transcoding/videoFiles.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { hostFacts } from '#lib/videos/hosts/hosts.ts'
import { listVideos } from '#lib/videos/library.ts'
import { videoUrl } from '#lib/videos/mediaUrl.ts'
import type { Caption, Video } from '#lib/videos/video.ts'
import { isPublic } from '#lib/videos/visibility.ts'
import { linkExpiry, PUBLIC_VIEWER, signLink, viewerOfSession } from './mediaLink.ts'

/** Where a page finds a video and what belongs to it. */
export type VideoLinks = {
  video: string
  storyboard: string | null
  captions: (Pick<Caption, 'language' | 'label'> & { src: string })[]
}

type LinkedVideo = Pick<Video, 'host' | 'hostId' | 'hostKey' | 'sources' | 'captions'>

/** The links of the one who asks for this page. */
export async function linksForSession(video: Video): Promise<VideoLinks | null> {
  const live = await currentSession()
  return live && linksForViewer(video, viewerOfSession(live.session.id), new Date())
}

/** The links of whoever asks, logged in or not; null unless guests may have this video, and it alone. */
export async function linksForGuests(video: Video, now: Date): Promise<VideoLinks | null> {
  if (!isPublic(video)) return null
  const all = isShared(video) ? await ttlCache('all videos', 30, now, listVideos) : []
  return findPrivateInSameFolder(video, all) ? null : linksForViewer(video, PUBLIC_VIEWER, now)
}

/**
 * A video that guests may not watch though the link to this one opens it: their files lie in one
 * folder, or one below the other.
 */
export function findPrivateInSameFolder(video: Video, all: readonly Video[]): Video | undefined {
  if (!isShared(video)) return undefined
  const isBeside = ({ hostId }: Video) => hostId.startsWith(`${folderOf(video)}/`)
  return all.find(
    (other) => other.id !== video.id && isOurs(other) && isBeside(other) && !isPublic(other),
  )
}

/** Links to our own files, for one viewer; videos of other hosts are found where they are. */
export function linksForViewer(video: LinkedVideo, viewer: string, now: Date): VideoLinks {
  const { hostId, sources, captions } = video
  const folder = folderOf(video)
  const given = { viewer, expires: linkExpiry(now) }
  const link = (path: string) => {
    const isInside = folder !== '' && path.startsWith(`${folder}/`)
    return signLink(path, isInside ? { ...given, folder } : given)
  }
  return {
    video: isOurs(video) ? link(hostId) : videoUrl(video),
    storyboard: sources?.storyboard ? link(sources.storyboard) : null,
    captions: captions.map(({ language, label, path }) => ({ language, label, src: link(path) })),
  }
}

/** Of a video in pieces the folder that its link opens. */
function folderOf({ host, hostId }: Pick<Video, 'host' | 'hostId'>): string {
  if (hostFacts[host].ownFiles !== 'folder') return ''
  return hostId.slice(0, Math.max(0, hostId.lastIndexOf('/')))
}

/** Whether others' files may lie in it: a video that was made here has its own. */
function isShared(video: Pick<Video, 'id' | 'host' | 'hostId'>): boolean {
  const folder = folderOf(video)
  return folder !== '' && folder !== videoFolder(video.id)
}

function isOurs({ host }: Pick<Video, 'host'>): boolean {
  return hostFacts[host].ownFiles !== undefined
}
