'use client'

import { useRef } from 'react'
import { hostPlayers } from '#components/player/hosts/hostPlayers.ts'
import type { TextTrack } from '#components/player/hosts/shared/Tracks.tsx'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Pick<Video, 'host' | 'title' | 'fps'>
  src: string
  poster: string | null
  tracks: TextTrack[]
}

/** A public video in its host's own player. Playback here is not counted. */
export function PublicPlayer({ video: { host, title, fps }, src, poster, tracks }: Props) {
  const media = useRef<HTMLVideoElement>(null)
  const { Media } = hostPlayers[host]
  return (
    <div className="always-dark flex aspect-video overflow-hidden rounded-picture bg-bg">
      <Media
        ref={media}
        src={src}
        poster={poster}
        title={title}
        controls
        startFrame={0}
        fps={fps}
        tracks={tracks}
      />
    </div>
  )
}
