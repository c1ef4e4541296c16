import { count } from '#lib/format/numbers.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { axisTicks } from './axisTicks.ts'
import type { View } from './frameView.ts'

type Props = { frames: number; fps: FrameRate; view?: View }

/** Times under a video. Where the page is narrow every other one is left out, never the last. */
export function TimeAxis({ frames, fps, view = { from: 0, to: frames } }: Props) {
  const ticks = axisTicks(view, frames, fps)
  const last = ticks.length - 1
  return (
    <div
      aria-hidden="true"
      className={`figures relative mt-1.5 text-xs text-mute ${ticks[0]?.frame === undefined ? 'h-5' : 'h-9'}`}
    >
      {ticks.map(({ key, share, label, frame }, i) => (
        <span
          key={key}
          className={`absolute text-center whitespace-nowrap ${isExtra(i, last, frame) ? 'max-sm:hidden' : ''} ${place(share)}`}
          style={{ left: `${share * 100}%` }}
        >
          {label}
          {frame === undefined ? null : <span className="block">{count(frame)}</span>}
        </span>
      ))}
    </div>
  )
}

/** Left out where there is no room: frames' labels are wide. */
function isExtra(i: number, last: number, frame: number | undefined): boolean {
  if (frame !== undefined) return i % 4 !== 0
  return (i % 2 === 1 && i !== last) || i === last - 1
}

/** What begins at an edge stays inside it; the others stand on their time. */
function place(share: number): string {
  if (share < 0.03) return ''
  return share > 0.97 ? '-translate-x-full' : '-translate-x-1/2'
}
