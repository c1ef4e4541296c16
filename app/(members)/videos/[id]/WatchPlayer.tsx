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
  /** The frame the address asks for, if any. */
  startFrame: number | undefined
  next: () => Promise<NextVideo | null>
  children: ReactNode
}

/** Starts a playback and shows the video, or a notice why it cannot be shown. */
export async function WatchPlayer({ memberId, video, lock, startFrame, next, children }: Props) {
  if (lock || video.archivedAt) {
    return (
      <>
        {lock ? (
          <Locked lock={lock} />
        ) : (
          <Notice title="This video is no longer available">
            It was removed from the library. It stays in your history.
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
        <Notice title="This video is not ready yet">Please come back later.</Notice>
        {children}
      </>
    )
  }
  const now = Date.now()
  const [started, mostReplayed, notes, nextVideo] = await Promise.all([
    startPlayback({ memberId, video, startFrame, now }),
    readMostReplayed(video),
    listNotes(memberId, video.id),
    next(),
  ])
  if (!started.ok) {
    return (
      <>
        <Notice title="You have opened this video too often">
          It was opened several hundred times within two weeks. You can open it again in a few days.
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
        startReason={startReasonOf(started.page, startFrame)}
        seek={{ mostReplayed, seen: seenBins(started.seen, frames) }}
        next={nextVideo}
        notes={{ list: notes, add: addNote, edit: editNote, remove: deleteNote }}
      >
        {children}
      </Player>
    </>
  )
}

function startReasonOf(
  { resumeFrame, positionFrame }: PlaybackPage,
  requested?: number,
): StartReason | null {
  if (resumeFrame > 0) return requested === undefined ? 'resumed' : 'link'
  return requested === undefined && positionFrame > 0 ? 'finished' : null
}
