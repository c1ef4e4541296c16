import type { ReactNode } from 'react'
import type { NextVideo } from '#components/player/EndScreen.tsx'
import { Player } from '#components/player/Player.tsx'
import type { StartReason } from '#components/player/StartNotice.tsx'
import { tracksOf } from '#components/player/tracksOf.ts'
import { Notice } from '#components/ui/Notice.tsx'
import type { CourseLock } from '#lib/collections/courseLock.ts'
import { linksForSession } from '#lib/media/videoLinks.ts'
import { listNotes } from '#lib/notes/notes.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'
import { seenBins } from '#lib/watch/aggregate/bins.ts'
import { readMostReplayed } from '#lib/watch/progress/readMostReplayed.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { startPlayback } from '#lib/watch/startPlayback.ts'
import { Locked } from './Locked.tsx'
import { addNote, deleteNote, editNote } from './noteActions.ts'
import { PlaybackScript } from './PlaybackScript.tsx'

type Props = {
  memberId: string
  video: Video
  lock: CourseLock | null
  /** The frame the address asks for. */
  startFrame: number | undefined
  next: () => Promise<NextVideo | null>
  children: ReactNode
}

/** Begins a playback and shows the video, or says why it cannot. */
export async function WatchPlayer({ memberId, video, lock, startFrame, next, children }: Props) {
  if (lock || video.archivedAt) {
    return (
      <>
        {lock ? (
          <Locked lock={lock} />
        ) : (
          <Notice title="This video is not shown any more">
            It was taken out of the library. What you watched of it stays yours.
          </Notice>
        )}
        {children}
      </>
    )
  }
  const links = await linksForSession(video)
  if (video.status !== 'ready' || !links) {
    return (
      <>
        <Notice title="This video is not ready yet">Come back in a while.</Notice>
        {children}
      </>
    )
  }
  const now = Date.now()
  const [started, heat, notes, nextVideo] = await Promise.all([
    startPlayback({ memberId, video, startFrame, now }),
    readMostReplayed(video),
    listNotes(memberId, video.id),
    next(),
  ])
  if (!started.ok) {
    return (
      <>
        <Notice title="This video was opened too often">
          You have opened it many hundred times in two weeks. It can be opened again in some days.
        </Notice>
        {children}
      </>
    )
  }
  const { host, title, chapters, frames } = video
  return (
    <>
      <PlaybackScript page={started.page} />
      <Player
        memberId={memberId}
        playback={started.page}
        video={{ host, title, chapters }}
        src={links.video}
        poster={posterUrl(video)}
        tracks={tracksOf(links)}
        start={whyThere(started.page, startFrame)}
        seek={{ heat, seen: seenBins(started.seen, frames) }}
        next={nextVideo}
        notes={{ list: notes, add: addNote, edit: editNote, remove: deleteNote }}
      >
        {children}
      </Player>
    </>
  )
}

function whyThere(
  { resumeFrame, positionFrame }: PlaybackPage,
  asked?: number,
): StartReason | null {
  if (resumeFrame > 0) return asked === undefined ? 'stopped' : 'link'
  return asked === undefined && positionFrame > 0 ? 'end' : null
}
