import { useEffect, useRef, useState } from 'react'
import { Chapters, giveChapters } from './Chapters.tsx'
import { Controls } from './Controls.tsx'
import { hosts } from './hosts/hosts.ts'
import { loadMediaChrome } from './mediaChrome.ts'
import { PlayButton } from './PlayButton.tsx'
import type { PlayerProps } from './Player.tsx'
import { ResumeNotice } from './ResumeNotice.tsx'
import { useWatching } from './useWatching.ts'
import { whenWanted } from './whenWanted.ts'

/** The element of the film's host, our controls over it, and someone who counts. */
export function FilmPlayer(props: PlayerProps) {
  const { memberId, playback, video, src, poster, tracks, children } = props
  const media = useRef<HTMLVideoElement>(null)
  const [isBare, setBare] = useState(false)
  const host = hosts[video.host]
  useWatching(media, host, playback, memberId)

  const [num, den] = playback.fps
  const film = { src, poster, title: video.title, fps: { num, den }, tracks }
  const startFrame = playback.resumeFrame
  const { chapters } = video

  useEffect(() => {
    if (!media.current) return
    giveChapters(media.current, chapters, { num, den })
    whenWanted(media.current)
      .then(loadMediaChrome)
      .catch(() => setBare(true))
  }, [chapters, num, den])

  return (
    <>
      <div className="film player">
        <media-controller className="player-frame">
          <host.Media ref={media} {...film} startFrame={startFrame} controls={isBare} />
          <PlayButton media={media} />
          <media-loading-indicator slot="centered-chrome" noautohide="" />
          {startFrame > 0 ? <ResumeNotice media={media} frame={startFrame} fps={film.fps} /> : null}
          <Controls title={video.title} />
        </media-controller>
      </div>
      {children}
      {chapters.length > 0 ? <Chapters media={media} chapters={chapters} fps={film.fps} /> : null}
    </>
  )
}
