import { formatCount } from '#lib/format/numbers.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import { axisTicks } from './axisTicks.ts'
import type { View } from './frameView.ts'

type Props = { frames: number; fps: FrameRate; view?: View }

/** Times under a chart. On a narrow page every other label is hidden, never the last. */
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
          {frame === undefined ? null : <span className="block">{formatCount(frame)}</span>}
        </span>
      ))}
    </div>
  )
}

/** Hidden on a narrow page: labels with frame numbers are wide. */
function isExtra(i: number, last: number, frame: number | undefined): boolean {
  if (frame !== undefined) return i % 4 !== 0
  return (i % 2 === 1 && i !== last) || i === last - 1
}

/** Labels at the edges stay inside the chart; the others are centred on their time. */
function place(share: number): string {
  if (share < 0.03) return ''
  return share > 0.97 ? '-translate-x-full' : '-translate-x-1/2'
}
