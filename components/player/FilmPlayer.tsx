import { useEffect, useRef, useState } from 'react'
import { Controls } from './Controls.tsx'
import { hosts } from './hosts/hosts.ts'
import { loadMediaChrome } from './mediaChrome.ts'
import type { PlayerProps } from './Player.tsx'
import { ResumeNotice } from './ResumeNotice.tsx'
import { useWatching } from './useWatching.ts'

/** The element of the film's host, our controls over it, and someone who counts. */
export function FilmPlayer({ memberId, playback, video, src, poster }: PlayerProps) {
  const media = useRef<HTMLVideoElement>(null)
  const [isBare, setBare] = useState(false)
  const host = hosts[video.host]
  useWatching(media, host, playback, memberId)

  useEffect(() => {
    loadMediaChrome().catch(() => setBare(true))
  }, [])

  const [num, den] = playback.fps
  const film = { src, poster, title: video.title, fps: { num, den } }
  const startFrame = playback.resumeFrame
  return (
    <div className="film player">
      <media-controller className="player-frame">
        <host.Media ref={media} {...film} startFrame={startFrame} controls={isBare} />
        <media-loading-indicator slot="centered-chrome" noautohide="" />
        {startFrame > 0 ? <ResumeNotice media={media} frame={startFrame} fps={film.fps} /> : null}
        <Controls title={video.title} />
      </media-controller>
    </div>
  )
}
