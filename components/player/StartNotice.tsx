import { type ReactNode, useEffect, useState } from 'react'
import { formatFrameTime } from '#lib/format/time.ts'
import { secondsAt } from '#lib/videos/video.ts'
import { replay } from './play.ts'
import type { PlayerHandle } from './playerHandle.ts'

type Props = { player: PlayerHandle; startFrame: number; reason: StartReason }

/**
 * Why a video does not start as usual. `resumed`: where the member stopped. `link`: where a link
 * leads. `finished`: at its beginning, since the member stopped at the end.
 */
export type StartReason = 'resumed' | 'link' | 'finished'

/** How far from the start the notice disappears. */
const HIDE_AFTER_SECONDS = 10

/** Says why the video starts where it does, with a button to start over. */
export function StartNotice({ player, startFrame, reason }: Props) {
  const [isHidden, setHidden] = useState(false)
  const start = secondsAt(startFrame, player.fps)
  const { media } = player

  useEffect(() => {
    const element = media.current
    if (!element || isHidden) return
    const update = () => {
      const hasPicture = element.readyState >= element.HAVE_CURRENT_DATA
      const distance = Math.abs(element.currentTime - start)
      if (hasPicture && distance > HIDE_AFTER_SECONDS) setHidden(true)
    }
    element.addEventListener('timeupdate', update)
    return () => element.removeEventListener('timeupdate', update)
  }, [media, start, isHidden])

  function restart() {
    setHidden(true)
    replay(player)
  }

  if (isHidden) return null
  const at = <span className="figures">{formatFrameTime(startFrame, player.fps)}</span>
  const messages: Record<StartReason, ReactNode> = {
    resumed: <>Resumed at {at}</>,
    link: <>Opened at {at}</>,
    finished: 'You watched this to the end',
  }
  return (
    <p slot="top-chrome" className="player-notice">
      {messages[reason]} ·{' '}
      <button type="button" onClick={restart} className="underline underline-offset-4">
        {reason === 'finished' ? 'Watch again' : 'Start over'}
      </button>
    </p>
  )
}
