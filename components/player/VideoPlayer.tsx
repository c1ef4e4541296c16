import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { NotesProps } from '#components/notes/Notes.tsx'
import { Notes } from '#components/notes/Notes.tsx'
import type { Video } from '#lib/videos/video.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { takeAutoplayIntent } from './autoplayIntent.ts'
import { Chapters, giveChapters } from './Chapters.tsx'
import { Controls } from './Controls.tsx'
import type { NextVideo } from './EndScreen.tsx'
import { EndScreen } from './EndScreen.tsx'
import { hostPlayers } from './hosts/hosts.ts'
import type { TextTrack } from './hosts/shared/Tracks.tsx'
import { loadMediaChrome } from './mediaChrome.ts'
import { forgetMoment } from './momentLink.ts'
import { onFirstInteraction } from './onFirstInteraction.ts'
import { PlayButton } from './PlayButton.tsx'
import { PlayerTools } from './PlayerTools.tsx'
import { play, whenDefined } from './play.ts'
import { makePlayerHandle } from './playerHandle.ts'
import type { SeekFacts } from './SeekStrips.tsx'
import type { StartReason } from './StartNotice.tsx'
import { StartNotice } from './StartNotice.tsx'
import { ShortcutsDialog } from './shortcuts/ShortcutsDialog.tsx'
import { useShortcuts } from './shortcuts/useShortcuts.ts'
import { useTheatre } from './Theatre.tsx'
import { usePreferences } from './usePreferences.ts'
import { useReporting } from './useReporting.ts'

export type PlayerProps = {
  memberId: string
  playback: PlaybackPage
  video: Pick<Video, 'host' | 'title' | 'chapters'>
  src: string
  poster: string | null
  tracks: TextTrack[]
  /** Why it starts where it does; null: where every video does. */
  start: StartReason | null
  seek: SeekFacts
  next: NextVideo | null
  notes: NotesProps
  /** What stands between the picture and the chapters. */
  children?: ReactNode
}

/** The element of the video's host, our controls over it, and someone who counts. */
export function VideoPlayer(props: PlayerProps) {
  const { memberId, playback, video, next, notes, children } = props
  const media = useRef<HTMLVideoElement>(null)
  const container = useRef<HTMLDivElement>(null)
  const keysDialog = useRef<HTMLDialogElement>(null)
  const newNote = useRef<HTMLTextAreaElement>(null)
  const [isBare, setBare] = useState(false)
  // A page that is refreshed around a video that goes on changes nothing of the video.
  const [{ src, poster, tracks, seek, start }] = useState(props)
  const { toggle: toggleTheatre } = useTheatre()
  const host = hostPlayers[video.host]
  useReporting(media, host, playback, memberId)

  const { videoId, frames } = playback
  const [num, den] = playback.fps
  const player = useMemo(
    () => makePlayerHandle(media, { frames, fps: { num, den } }),
    [frames, num, den],
  )
  const startFrame = playback.resumeFrame
  const { title, chapters } = video

  const actions = useRef({ player, startNote, toggleTheatre, showKeys })
  useEffect(() => {
    actions.current = { player, startNote, toggleTheatre, showKeys }
  })
  useShortcuts(container, actions)
  usePreferences(player)

  useEffect(() => {
    const there = media.current
    if (!there) return
    giveChapters(there, chapters, { num, den })
    onFirstInteraction(there)
      .then(loadMediaChrome)
      .catch(() => setBare(true))
    there.addEventListener('playing', forgetMoment)
    return () => there.removeEventListener('playing', forgetMoment)
  }, [chapters, num, den])

  useEffect(() => {
    const there = media.current
    if (!there || !takeAutoplayIntent(videoId)) return
    void whenDefined(there).then(() => play(there))
  }, [videoId])

  function startNote() {
    newNote.current?.focus()
  }

  function showKeys() {
    keysDialog.current?.showModal()
  }

  return (
    <>
      <div className="always-dark player" ref={container}>
        <media-controller nohotkeys="" className="player-frame">
          <host.Media
            ref={media}
            src={src}
            poster={poster}
            title={title}
            fps={player.fps}
            tracks={tracks}
            startFrame={startFrame}
            controls={isBare}
          />
          <PlayButton media={media} />
          <media-loading-indicator slot="centered-chrome" noautohide="" />
          {start ? <StartNotice player={player} frame={startFrame} why={start} /> : null}
          <EndScreen player={player} next={next} />
          <Controls title={title} fps={player.fps} {...seek} />
        </media-controller>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <PlayerTools player={player} videoId={videoId} {...seek} showKeys={showKeys} />
        {children}
        {chapters.length > 0 ? <Chapters player={player} chapters={chapters} /> : null}
        <Notes ref={newNote} player={player} videoId={videoId} startFrame={startFrame} {...notes} />
      </div>
      <ShortcutsDialog ref={keysDialog} />
    </>
  )
}
