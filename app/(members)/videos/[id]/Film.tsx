import type { ReactNode } from 'react'
import type { TextTrack } from '#components/player/hosts/Tracks.tsx'
import { Player } from '#components/player/Player.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { type FilmLinks, filmLinks } from '#lib/media/filmLinks.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'
import { startPlayback } from '#lib/watch/playback.ts'
import { PlaybackScript } from './PlaybackScript.tsx'

type Props = { memberId: string; video: Video; children: ReactNode }

/** Begins a playback and shows the film, or says why it cannot. */
export async function Film({ memberId, video, children }: Props) {
  const links = await filmLinks(video)
  if (video.status !== 'ready' || !links) {
    return (
      <>
        <Notice title="This film is not ready yet">Come back in a while.</Notice>
        {children}
      </>
    )
  }
  const started = await startPlayback({ memberId, video, now: Date.now() })
  if (!started.ok) {
    return (
      <>
        <Notice title="This film was opened too often">
          You have opened it many hundred times in two weeks. It can be opened again in some days.
        </Notice>
        {children}
      </>
    )
  }
  const { host, title, chapters } = video
  return (
    <>
      <PlaybackScript page={started.page} />
      <Player
        memberId={memberId}
        playback={started.page}
        video={{ host, title, chapters }}
        src={links.film}
        poster={posterUrl(video)}
        tracks={tracksOf(links)}
      >
        {children}
      </Player>
    </>
  )
}

/** Captions, and the sheet of small pictures for the scrubber. */
function tracksOf({ captions, storyboard }: FilmLinks): TextTrack[] {
  const spoken = captions.map((caption) => ({ kind: 'captions' as const, ...caption }))
  if (!storyboard) return spoken
  return [...spoken, { kind: 'metadata', src: storyboard, label: 'thumbnails' }]
}
