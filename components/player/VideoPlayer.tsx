import { useEffect, useMemo, useRef, useState } from 'react'
import { Notes } from '#components/notes/Notes.tsx'
import { takeArrival } from './autoplayIntent.ts'
import { Chapters, giveChapters } from './Chapters.tsx'
import { Controls } from './Controls.tsx'
import { EndScreen } from './EndScreen.tsx'
import { hosts } from './hosts/hosts.ts'
import { loadMediaChrome } from './mediaChrome.ts'
import { forgetMoment } from './momentLink.ts'
import { whenWanted } from './onFirstInteraction.ts'
import { PlayButton } from './PlayButton.tsx'
import type { PlayerProps } from './Player.tsx'
import { PlayerTools } from './PlayerTools.tsx'
import { play, whenDefined } from './play.ts'
import { makeFilmHandle } from './playerHandle.ts'
import { StartNotice } from './StartNotice.tsx'
import { KeysDialog } from './shortcuts/ShortcutsDialog.tsx'
import { useKeys } from './shortcuts/useShortcuts.ts'
import { useTheatre } from './Theatre.tsx'
import { usePreferences } from './usePreferences.ts'
import { useWatching } from './useReporting.ts'

/** The element of the film's host, our controls over it, and someone who counts. */
export function FilmPlayer(props: PlayerProps) {
  const { memberId, playback, video, next, notes, children } = props
  const media = useRef<HTMLVideoElement>(null)
  const player = useRef<HTMLDivElement>(null)
  const keysDialog = useRef<HTMLDialogElement>(null)
  const newNote = useRef<HTMLTextAreaElement>(null)
  const [isBare, setBare] = useState(false)
  // A page that is refreshed around a film that goes on changes nothing of the film.
  const [{ src, poster, tracks, seek, start }] = useState(props)
  const { toggle: toggleTheatre } = useTheatre()
  const host = hosts[video.host]
  useWatching(media, host, playback, memberId)

  const { videoId, frames } = playback
  const [num, den] = playback.fps
  const film = useMemo(
    () => makeFilmHandle(media, { frames, fps: { num, den } }),
    [frames, num, den],
  )
  const startFrame = playback.resumeFrame
  const { title, chapters } = video

  const actions = useRef({ film, startNote, toggleTheatre, showKeys })
  useEffect(() => {
    actions.current = { film, startNote, toggleTheatre, showKeys }
  })
  useKeys(player, actions)
  usePreferences(film)

  useEffect(() => {
    const there = media.current
    if (!there) return
    giveChapters(there, chapters, { num, den })
    whenWanted(there)
      .then(loadMediaChrome)
      .catch(() => setBare(true))
    there.addEventListener('playing', forgetMoment)
    return () => there.removeEventListener('playing', forgetMoment)
  }, [chapters, num, den])

  useEffect(() => {
    const there = media.current
    if (!there || !takeArrival(videoId)) return
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
      <div className="film player" ref={player}>
        <media-controller nohotkeys="" className="player-frame">
          <host.Media
            ref={media}
            src={src}
            poster={poster}
            title={title}
            fps={film.fps}
            tracks={tracks}
            startFrame={startFrame}
            controls={isBare}
          />
          <PlayButton media={media} />
          <media-loading-indicator slot="centered-chrome" noautohide="" />
          {start ? <StartNotice film={film} frame={startFrame} why={start} /> : null}
          <EndScreen film={film} next={next} />
          <Controls title={title} fps={film.fps} {...seek} />
        </media-controller>
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <PlayerTools film={film} videoId={videoId} {...seek} showKeys={showKeys} />
        {children}
        {chapters.length > 0 ? <Chapters film={film} chapters={chapters} /> : null}
        <Notes ref={newNote} film={film} videoId={videoId} startFrame={startFrame} {...notes} />
      </div>
      <KeysDialog ref={keysDialog} />
    </>
  )
}
