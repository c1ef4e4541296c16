'use client'

import './player.css'
import type { ReactNode } from 'react'
import type { NotesProps } from '#components/notes/Notes.tsx'
import type { Video } from '#lib/videos/video.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import type { NextVideo } from './EndScreen.tsx'
import type { TextTrack } from './hosts/Tracks.tsx'
import type { SeekFacts } from './SeekStrips.tsx'
import type { StartReason } from './StartNotice.tsx'
import { useOwnPlayback } from './useOwnPlayback.ts'
import { VideoPlayer } from './VideoPlayer.tsx'

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

/** A video that can be watched, and that tells the owner which of its frames were. */
export function Player({ playback: offered, ...video }: PlayerProps) {
  const playback = useOwnPlayback(offered)
  return <VideoPlayer key={playback.playbackId} playback={playback} {...video} />
}
