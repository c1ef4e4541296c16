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

/** The video after this one, as far as the player tells of it. */
export type NextVideo = { id: string; title: string; poster: string | null; href: string }

type Props = { player: PlayerHandle; next: NextVideo | null }

/** Over the picture when the video has come to its end, until it is played again or moved. */
export function EndScreen({ player, next }: Props) {
  const isOver = useIsOver(player)
  if (!isOver) return null

  const again = () => replay(player)

  return (
    <section slot="centered-chrome" aria-label="The end" className="player-end">
      {next ? (
        <Next next={next} again={again} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button kind="quiet" onClick={again}>
            Watch again
          </Button>
          <Link prefetch={false} href="/videos" className={buttonClass('quiet')}>
            To the library
          </Link>
        </div>
      )}
    </section>
  )
}

/** Seconds in which one can say no. */
const COUNTDOWN = 8

/** Never by itself, unless somebody turned that on: then after a countdown that can be stopped. */
function Next({ next, again }: { next: NextVideo; again(): void }) {
  const router = useRouter()
  const [isByItself, setByItself] = useState(() => readPreferences().playsNext)
  const [left, setLeft] = useState(isByItself ? COUNTDOWN : null)

  useEffect(() => {
    if (left === null) return
    const timer = setTimeout(() => {
      if (left > 1) return setLeft(left - 1)
      setLeft(null)
      setAutoplayIntent(next.id)
      router.push(next.href)
    }, 1000)
    return () => clearTimeout(timer)
  }, [left, next, router])

  function turn(isOn: boolean) {
    savePreferences({ playsNext: isOn })
    setByItself(isOn)
    setLeft(isOn ? COUNTDOWN : null)
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
        <Button kind="quiet" onClick={again}>
          Watch again
        </Button>
        {left === null ? null : (
          <Button kind="plain" onClick={() => setLeft(null)}>
            Cancel <span className="figures">{left}</span>
          </Button>
        )}
      </div>
      <p role="status" className="sr-only">
        {left === null ? '' : `It begins by itself within ${COUNTDOWN} seconds.`}
      </p>
      <Checkbox
        label="Play the next one by itself"
        role="switch"
        checked={isByItself}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
    </>
  )
}

function useIsOver({ media }: PlayerHandle): boolean {
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const there = media.current
    if (!there) return
    const done = new AbortController()
    const { signal } = done
    setOver(there.ended === true)
    there.addEventListener('ended', () => setOver(true), { signal })
    for (const turn of ['playing', 'play', 'seeking', 'emptied'])
      there.addEventListener(turn, () => setOver(false), { signal })
    return () => done.abort()
  }, [media])

  return isOver
}
