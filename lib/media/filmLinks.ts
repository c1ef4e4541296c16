import { currentSession } from '#lib/auth/currentMember.ts'
import { isPublic } from '#lib/videos/library.ts'
import { filmUrl } from '#lib/videos/mediaUrl.ts'
import type { Caption, Video } from '#lib/videos/video.ts'
import { EVERYONE, endOfLink, linkTo, viewerOf } from './mediaLink.ts'

/** Where a page finds a film and what belongs to it. */
export type FilmLinks = {
  film: string
  storyboard: string | null
  captions: (Pick<Caption, 'language' | 'label'> & { src: string })[]
}

type Film = Pick<Video, 'host' | 'hostId' | 'hostKey' | 'sources' | 'captions'>

/** The links of the one who asks for this page. */
export async function filmLinks(video: Film): Promise<FilmLinks | null> {
  const live = await currentSession()
  return live && linksFor(video, viewerOf(live.session.id), new Date())
}

/** The links of whoever asks, logged in or not; null unless the film is public. */
export function publicLinks(video: Video, now: Date): FilmLinks | null {
  return isPublic(video) ? linksFor(video, EVERYONE, now) : null
}

/** Links to our own files, for one viewer; films of other hosts are found where they are. */
export function linksFor(video: Film, viewer: string, now: Date): FilmLinks {
  const { host, hostId, sources, captions } = video
  const folder = host === 'hls' ? hostId.slice(0, hostId.lastIndexOf('/')) : ''
  const given = { viewer, expires: endOfLink(now) }
  const link = (path: string) => {
    const isInside = folder !== '' && path.startsWith(`${folder}/`)
    return linkTo(path, isInside ? { ...given, folder } : given)
  }
  const isOurs = host === 'file' || host === 'hls'
  return {
    film: isOurs ? link(hostId) : filmUrl(video),
    storyboard: sources?.storyboard ? link(sources.storyboard) : null,
    captions: captions.map(({ language, label, path }) => ({ language, label, src: link(path) })),
  }
}
