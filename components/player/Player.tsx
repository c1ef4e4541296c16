'use client'

import './player.css'
import { useOwnPlayback } from './useOwnPlayback.ts'
import { type PlayerProps, VideoPlayer } from './VideoPlayer.tsx'

/** A video that can be watched, and that tells the owner which of its frames were. */
export function Player({ playback: offered, ...video }: PlayerProps) {
  const playback = useOwnPlayback(offered)
  return <VideoPlayer key={playback.playbackId} playback={playback} {...video} />
}
