import { useEffect, useState } from 'react'
import { formatFrameTime } from '#lib/format/time.ts'
import { type Chapter, type FrameRate, secondsAt } from '#lib/videos/video.ts'
import type { PlayerHandle } from './playerHandle.ts'

type Props = { player: PlayerHandle; chapters: Chapter[] }

/** The parts of a video, each a way to it, the one that plays marked. */
export function Chapters({ player, chapters }: Props) {
  const [here, setHere] = useState(-1)

  useEffect(() => {
    const media = player.media.current
    if (!media) return
    const look = () => {
      const frame = player.frame()
      setHere(chapters.findLastIndex((chapter) => chapter.frame <= frame))
    }
    media.addEventListener('timeupdate', look)
    return () => media.removeEventListener('timeupdate', look)
  }, [player, chapters])

  return (
    <nav aria-label="Chapters">
      <ol className="flex flex-col border-t border-line">
        {chapters.map(({ frame, title }, index) => (
          <li key={frame} className="border-b border-line">
            <button
              type="button"
              onClick={() => player.goTo(frame)}
              aria-current={index === here ? 'true' : undefined}
              className="flex w-full gap-4 py-2.5 text-left text-sm text-mute hover:text-text aria-[current]:text-text"
            >
              <span className="figures w-14 shrink-0">{formatFrameTime(frame, player.fps)}</span>
              <span className="min-w-0 wrap-anywhere">{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Lets the scrubber of a `<video>` show them; before the controls come to life. */
export function giveChapters(media: HTMLVideoElement, chapters: Chapter[], fps: FrameRate): void {
  if (chapters.length === 0 || !('addTextTrack' in media)) return
  // A track cannot be taken away again.
  if (Array.from(media.textTracks).some(({ kind }) => kind === 'chapters')) return
  const track = media.addTextTrack('chapters')
  track.mode = 'hidden'
  chapters.forEach(({ frame, title }, index) => {
    const next = chapters[index + 1]
    const end = next ? secondsAt(next.frame, fps) : Number.MAX_SAFE_INTEGER
    track.addCue(new VTTCue(secondsAt(frame, fps), end, cueText(title)))
  })
}

/** A cue's text is markup: a title with a `<` would lose what follows it. */
export function cueText(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
