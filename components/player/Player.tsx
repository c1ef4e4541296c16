'use client'

import './player.css'
import type { ReactNode } from 'react'
import type { NotesProps } from '#components/notes/Notes.tsx'
import type { Video } from '#lib/videos/video.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import type { NextFilm } from './EndScreen.tsx'
import type { TextTrack } from './hosts/Tracks.tsx'
import type { SeekFacts } from './SeekStrips.tsx'
import type { StartReason } from './StartNotice.tsx'
import { useOwnPlayback } from './useOwnPlayback.ts'
import { FilmPlayer } from './VideoPlayer.tsx'

export type PlayerProps = {
  memberId: string
  playback: PlaybackPage
  video: Pick<Video, 'host' | 'title' | 'chapters'>
  src: string
  poster: string | null
  tracks: TextTrack[]
  /** Why it starts where it does; null: where every film does. */
  start: StartReason | null
  seek: SeekFacts
  next: NextFilm | null
  notes: NotesProps
  /** What stands between the picture and the chapters. */
  children?: ReactNode
}

/** A film that can be watched, and that tells the owner which of its frames were. */
export function Player({ playback: offered, ...film }: PlayerProps) {
  const playback = useOwnPlayback(offered)
  return <FilmPlayer key={playback.playbackId} playback={playback} {...film} />
}
