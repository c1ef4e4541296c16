import { type ReactNode, useEffect, useState } from 'react'
import { formatFrameTime } from '#lib/format/time.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { replay } from './play.ts'
import type { PlayerHandle } from './playerHandle.ts'

type Props = {
  player: PlayerHandle
  /** Where it stands until it is played. */
  frame: number
  /** Why it stands there. */
  why: StartReason
}

/** `stopped`: they stopped there. `link`: a link led there. `end`: they stopped at the end. */
export type StartReason = 'stopped' | 'link' | 'end'

/** Seconds from the place after which it goes without saying. */
const FAR = 10

/** Says why the video stands where it does, and leads to its beginning. */
export function StartNotice({ player, frame, why }: Props) {
  const [isOver, setOver] = useState(false)
  const start = secondsAt(frame, player.fps)
  const { media } = player

  useEffect(() => {
    const there = media.current
    if (!there || isOver) return
    const look = () => {
      const isThere = there.readyState >= there.HAVE_CURRENT_DATA
      if (isThere && Math.abs(there.currentTime - start) > FAR) setOver(true)
    }
    there.addEventListener('timeupdate', look)
    return () => there.removeEventListener('timeupdate', look)
  }, [media, start, isOver])

  function restart() {
    setOver(true)
    replay(player)
  }

  if (isOver) return null
  const at = <span className="figures">{formatFrameTime(frame, player.fps)}</span>
  const words: Record<StartReason, ReactNode> = {
    stopped: <>Resumed at {at}</>,
    link: <>Opened at {at}</>,
    end: 'You were at the end',
  }
  return (
    <p slot="top-chrome" className="player-notice">
      {words[why]} ·{' '}
      <button type="button" onClick={restart} className="underline underline-offset-4">
        {why === 'end' ? 'Watch again' : 'from the start'}
      </button>
    </p>
  )
}
