import { currentSession } from '#lib/auth/currentMember.ts'
import { videoFolder } from '#lib/transcoding/videoFiles.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { listVideos } from '#lib/videos/library.ts'
import { videoUrl } from '#lib/videos/mediaUrl.ts'
import type { Caption, Video } from '#lib/videos/video.ts'
import { isPublic } from '#lib/videos/visibility.ts'
import { linkExpiry, PUBLIC_VIEWER, signLink, viewerOfSession } from './signedLink.ts'

/** The URLs of a video and the files that belong to it. */
export type VideoLinks = {
  video: string
  storyboard: string | null
  captions: (Pick<Caption, 'language' | 'label'> & { src: string })[]
}

type LinkedVideo = Pick<Video, 'host' | 'hostId' | 'hostKey' | 'sources' | 'captions'>

/** Links for the session of the current request; null without one. */
export async function linksForSession(video: Video): Promise<VideoLinks | null> {
  const live = await currentSession()
  return live && linksForViewer(video, viewerOfSession(live.session.id), new Date())
}

/** Links for everyone; null unless the video is public and they would open no other video. */
export async function linksForGuests(video: Video, now: Date): Promise<VideoLinks | null> {
  if (!isPublic(video)) return null
  const all = isShared(video) ? await ttlCache('all videos', 30, now, listVideos) : []
  return findPrivateInSameFolder(video, all) ? null : linksForViewer(video, PUBLIC_VIEWER, now)
}

/**
 * Finds a video that is not public but would be opened by links to this one, because its files are in
 * the same folder or below it.
 */
export function findPrivateInSameFolder(video: Video, all: readonly Video[]): Video | undefined {
  if (!isShared(video)) return undefined
  const isInFolder = ({ hostId }: Video) => hostId.startsWith(`${folderOf(video)}/`)
  return all.find(
    (other) => other.id !== video.id && isOurs(other) && isInFolder(other) && !isPublic(other),
  )
}

/** Signed links to the site's own files, for one viewer; for other hosts, their own URL. */
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

/** The folder that a link to an HLS video opens; empty for other videos. */
function folderOf({ host, hostId }: Pick<Video, 'host' | 'hostId'>): string {
  if (hostFacts[host].ownFiles !== 'folder') return ''
  return hostId.slice(0, Math.max(0, hostId.lastIndexOf('/')))
}

/** Whether its folder may contain other videos; a transcoded video has a folder of its own. */
function isShared(video: Pick<Video, 'id' | 'host' | 'hostId'>): boolean {
  const folder = folderOf(video)
  return folder !== '' && folder !== videoFolder(video.id)
}

function isOurs({ host }: Pick<Video, 'host'>): boolean {
  return hostFacts[host].ownFiles !== undefined
}
