'use client'

import './player.css'
import { useOwnPlayback } from './useOwnPlayback.ts'
import { type PlayerProps, VideoPlayer } from './VideoPlayer.tsx'

/** A video that reports which of its frames are watched. */
export function Player({ playback: offered, ...video }: PlayerProps) {
  const playback = useOwnPlayback(offered)
  return <VideoPlayer key={playback.playbackId} playback={playback} {...video} />
}
