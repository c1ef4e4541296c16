import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { NotesProps } from '#components/notes/Notes.tsx'
import { Notes } from '#components/notes/Notes.tsx'
import type { Video } from '#lib/videos/video.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { consumeAutoplayIntent } from './autoplayIntent.ts'
import { addChapterTrack, Chapters } from './Chapters.tsx'
import { Controls } from './Controls.tsx'
import type { NextVideo } from './EndScreen.tsx'
import { EndScreen } from './EndScreen.tsx'
import { removeFrameFromAddress } from './frameLink.ts'
import { hostPlayers } from './hosts/hostPlayers.ts'
import type { TextTrack } from './hosts/shared/Tracks.tsx'
import { loadMediaChrome } from './mediaChrome.ts'
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
import { useTheater } from './Theater.tsx'
import { usePreferences } from './usePreferences.ts'
import { useReporting } from './useReporting.ts'

export type PlayerProps = {
  memberId: string
  playback: PlaybackPage
  video: Pick<Video, 'host' | 'title' | 'chapters'>
  src: string
  poster: string | null
  tracks: TextTrack[]
  /** Null if it starts as every video does. */
  startReason: StartReason | null
  seek: SeekFacts
  next: NextVideo | null
  notes: NotesProps
  /** Shown between the picture and the chapters. */
  children?: ReactNode
}

/** The element of the video's host, our controls over it, and the reporting of what is watched. */
export function VideoPlayer(props: PlayerProps) {
  const { memberId, playback, video, next, notes, children } = props
  const media = useRef<HTMLVideoElement>(null)
  const container = useRef<HTMLDivElement>(null)
  const shortcutsDialog = useRef<HTMLDialogElement>(null)
  const newNote = useRef<HTMLTextAreaElement>(null)
  const [usesHostControls, setUsesHostControls] = useState(false)
  // A refresh of the page around a playing video must not change the video.
  const [{ src, poster, tracks, seek, startReason }] = useState(props)
  const { toggle: toggleTheater } = useTheater()
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

  const actions = useRef({ player, startNote, toggleTheater, showShortcuts })
  useEffect(() => {
    actions.current = { player, startNote, toggleTheater, showShortcuts }
  })
  useShortcuts(container, actions)
  usePreferences(player)

  useEffect(() => {
    const element = media.current
    if (!element) return
    addChapterTrack(element, chapters, { num, den })
    onFirstInteraction(element)
      .then(loadMediaChrome)
      .catch(() => setUsesHostControls(true))
    element.addEventListener('playing', removeFrameFromAddress)
    return () => element.removeEventListener('playing', removeFrameFromAddress)
  }, [chapters, num, den])

  useEffect(() => {
    const element = media.current
    if (!element || !consumeAutoplayIntent(videoId)) return
    void whenDefined(element).then(() => play(element))
  }, [videoId])

  function startNote() {
    newNote.current?.focus()
  }

  function showShortcuts() {
    shortcutsDialog.current?.showModal()
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
            controls={usesHostControls}
          />
          <PlayButton media={media} />
          <media-loading-indicator slot="centered-chrome" noautohide="" />
          {startReason ? (
            <StartNotice player={player} startFrame={startFrame} reason={startReason} />
          ) : null}
          <EndScreen player={player} next={next} />
          <Controls title={title} fps={player.fps} {...seek} />
        </media-controller>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <PlayerTools player={player} videoId={videoId} {...seek} showShortcuts={showShortcuts} />
        {children}
        {chapters.length > 0 ? <Chapters player={player} chapters={chapters} /> : null}
        <Notes ref={newNote} player={player} videoId={videoId} startFrame={startFrame} {...notes} />
      </div>
      <ShortcutsDialog ref={shortcutsDialog} />
    </>
  )
}
