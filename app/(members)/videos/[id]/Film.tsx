import { Player } from '#components/player/Player.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { filmLinks } from '#lib/media/filmLinks.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'
import { startPlayback } from '#lib/watch/playback.ts'
import { PlaybackScript } from './PlaybackScript.tsx'

/** Begins a playback and shows the film, or says why it cannot. */
export async function Film({ memberId, video }: { memberId: string; video: Video }) {
  const links = await filmLinks(video)
  if (video.status !== 'ready' || !links) {
    return <Notice title="This film is not ready yet">Come back in a while.</Notice>
  }
  const started = await startPlayback({ memberId, video, now: Date.now() })
  if (!started.ok) {
    return (
      <Notice title="This film was opened too often">
        You have opened it many hundred times in two weeks. It can be opened again in some days.
      </Notice>
    )
  }
  const { host, title } = video
  return (
    <>
      <PlaybackScript page={started.page} />
      <Player
        memberId={memberId}
        playback={started.page}
        video={{ host, title }}
        src={links.film}
        poster={posterUrl(video)}
      />
    </>
  )
}
