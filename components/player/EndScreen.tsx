import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { setAutoplayIntent } from './autoplayIntent.ts'
import { replay } from './play.ts'
import type { PlayerHandle } from './playerHandle.ts'
import { readPreferences, savePreferences } from './preferences.ts'

/** What the player shows of the video after this one. */
export type NextVideo = { id: string; title: string; poster: string | null; href: string }

type Props = { player: PlayerHandle; next: NextVideo | null }

/** Covers the picture when the video has ended, until it is replayed or the viewer seeks. */
export function EndScreen({ player, next }: Props) {
  const hasEnded = useHasEnded(player)
  if (!hasEnded) return null

  const watchAgain = () => replay(player)

  return (
    <section slot="centered-chrome" aria-label="The end" className="player-end">
      {next ? (
        <Next next={next} watchAgain={watchAgain} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button kind="quiet" onClick={watchAgain}>
            Watch again
          </Button>
          <Link prefetch={false} href="/videos" className={buttonClass('quiet')}>
            Back to the library
          </Link>
        </div>
      )}
    </section>
  )
}

const COUNTDOWN_SECONDS = 8

/** Autoplay is off until the member turns it on. It begins after a countdown that can be cancelled. */
function Next({ next, watchAgain }: { next: NextVideo; watchAgain(): void }) {
  const router = useRouter()
  const [isAutoplayOn, setAutoplayOn] = useState(() => readPreferences().playsNext)
  const [secondsLeft, setSecondsLeft] = useState(isAutoplayOn ? COUNTDOWN_SECONDS : null)

  useEffect(() => {
    if (secondsLeft === null) return
    const timer = setTimeout(() => {
      if (secondsLeft > 1) return setSecondsLeft(secondsLeft - 1)
      setSecondsLeft(null)
      setAutoplayIntent(next.id)
      router.push(next.href)
    }, 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft, next, router])

  function setAutoplay(isOn: boolean) {
    savePreferences({ playsNext: isOn })
    setAutoplayOn(isOn)
    setSecondsLeft(isOn ? COUNTDOWN_SECONDS : null)
  }

  return (
    <>
      <div className="player-next">
        <Poster src={next.poster} seed={next.id} className="player-next-picture" />
        <div className="min-w-0">
          <p className="text-xs text-mute">Up next</p>
          <p className="line-clamp-2 font-medium">{next.title}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Link
          prefetch={false}
          href={next.href}
          onNavigate={() => setAutoplayIntent(next.id)}
          className={buttonClass('primary')}
        >
          Play next
        </Link>
        <Button kind="quiet" onClick={watchAgain}>
          Watch again
        </Button>
        {secondsLeft === null ? null : (
          <Button kind="plain" onClick={() => setSecondsLeft(null)}>
            Cancel <span className="figures">{secondsLeft}</span>
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {secondsLeft === null ? '' : `It plays automatically within ${COUNTDOWN_SECONDS} seconds.`}
      </p>
      <Checkbox
        label="Autoplay the next video"
        role="switch"
        checked={isAutoplayOn}
        onChange={({ currentTarget }) => setAutoplay(currentTarget.checked)}
      />
    </>
  )
}

function useHasEnded({ media }: PlayerHandle): boolean {
  const [hasEnded, setEnded] = useState(false)

  useEffect(() => {
    const element = media.current
    if (!element) return
    const done = new AbortController()
    const { signal } = done
    setEnded(element.ended === true)
    element.addEventListener('ended', () => setEnded(true), { signal })
    for (const type of ['playing', 'play', 'seeking', 'emptied'])
      element.addEventListener(type, () => setEnded(false), { signal })
    return () => done.abort()
  }, [media])

  return hasEnded
}
