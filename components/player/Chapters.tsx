import { useEffect, useState } from 'react'
import { formatFrameTime } from '#lib/format/time.ts'
import { type Chapter, type FrameRate, secondsAt } from '#lib/videos/video.ts'
import type { PlayerHandle } from './playerHandle.ts'

type Props = { player: PlayerHandle; chapters: Chapter[] }

/** The chapters of a video as buttons that seek to them; the current one is marked. */
export function Chapters({ player, chapters }: Props) {
  const [current, setCurrent] = useState(-1)

  useEffect(() => {
    const media = player.media.current
    if (!media) return
    const update = () => {
      const frame = player.frame()
      setCurrent(chapters.findLastIndex((chapter) => chapter.frame <= frame))
    }
    media.addEventListener('timeupdate', update)
    return () => media.removeEventListener('timeupdate', update)
  }, [player, chapters])

  return (
    <nav aria-label="Chapters">
      <ol className="flex flex-col border-t border-line">
        {chapters.map(({ frame, title }, index) => (
          <li key={frame} className="border-b border-line">
            <button
              type="button"
              onClick={() => player.goTo(frame)}
              aria-current={index === current ? 'true' : undefined}
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

/** Adds the chapters to a `<video>` as a text track, which the scrubber shows. Call before the controls are defined. */
export function addChapterTrack(
  media: HTMLVideoElement,
  chapters: Chapter[],
  fps: FrameRate,
): void {
  if (chapters.length === 0 || !('addTextTrack' in media)) return
  // A text track cannot be removed.
  if (Array.from(media.textTracks).some(({ kind }) => kind === 'chapters')) return
  const track = media.addTextTrack('chapters')
  track.mode = 'hidden'
  chapters.forEach(({ frame, title }, index) => {
    const next = chapters[index + 1]
    const end = next ? secondsAt(next.frame, fps) : Number.MAX_SAFE_INTEGER
    track.addCue(new VTTCue(secondsAt(frame, fps), end, cueText(title)))
  })
}

/** Escapes a title, since the text of a cue is markup. */
export function cueText(title: string): string {
  return title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
