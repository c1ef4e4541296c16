import { type FrameRate, secondsAt } from '#lib/videos/video.ts'
import { clock } from './clock.ts'
import { timeTicks } from './timeTicks.ts'

type Props = { frames: number; fps: FrameRate }

/** Times under a film. Where the page is narrow every other one is left out, never the last. */
export function TimeAxis({ frames, fps }: Props) {
  const length = secondsAt(frames, fps)
  const ticks = timeTicks(length, 9)
  const decimals = length < 3 ? 1 : 0
  return (
    <div aria-hidden="true" className="figures relative mt-1.5 h-5 text-xs text-mute">
      {ticks.map((tick, i) => (
        <span
          key={tick}
          className={`absolute ${i % 2 === 1 && i !== ticks.length - 1 ? 'max-sm:hidden' : ''} ${i === ticks.length - 2 ? 'max-sm:hidden' : ''} ${place(i, ticks.length)}`}
          style={{ left: `${length > 0 ? (tick / length) * 100 : 0}%` }}
        >
          {clock(tick, decimals)}
        </span>
      ))}
    </div>
  )
}

/** The first begins at the edge, the last ends there, the others stand on their time. */
function place(i: number, count: number): string {
  if (i === 0) return ''
  return i === count - 1 ? '-translate-x-full' : '-translate-x-1/2'
}
