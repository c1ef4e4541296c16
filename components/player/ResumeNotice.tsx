import { type RefObject, useEffect, useState } from 'react'
import { clockAt } from '#components/charts/clock.ts'
import { type FrameRate, secondsAt } from '#lib/videos/video.ts'

type Props = { media: RefObject<HTMLVideoElement | null>; frame: number; fps: FrameRate }

/** Seconds from the place after which it goes without saying. */
const FAR = 10

/** Says that the film does not stand at its beginning, and leads there. */
export function ResumeNotice({ media, frame, fps }: Props) {
  const [isOver, setOver] = useState(false)
  const start = secondsAt(frame, fps)

  useEffect(() => {
    const film = media.current
    if (!film || isOver) return
    const look = () => {
      const isThere = film.readyState >= film.HAVE_CURRENT_DATA
      if (isThere && Math.abs(film.currentTime - start) > FAR) setOver(true)
    }
    film.addEventListener('timeupdate', look)
    return () => film.removeEventListener('timeupdate', look)
  }, [media, start, isOver])

  function restart() {
    setOver(true)
    if (!media.current) return
    media.current.currentTime = 0
    media.current.play().catch(() => {})
  }

  if (isOver) return null
  return (
    <p slot="top-chrome" className="player-notice">
      Resumed at <span className="figures">{clockAt(frame, fps)}</span> ·{' '}
      <button type="button" onClick={restart} className="underline underline-offset-4">
        from the start
      </button>
    </p>
  )
}
