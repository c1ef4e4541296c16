import { scaleLinear } from 'd3-scale'
import { formatFrameTime, formatTime } from '#lib/format/time.ts'
import { type FrameRate, secondsAt } from '#lib/videos/video.ts'
import { MAX_COLUMNS, spanOf, type View } from './frameView.ts'
import { timeTicks } from './timeTicks.ts'

export type AxisTick = { key: number; share: number; label: string; frame?: number }

const MAX_TICKS = 9

/** The labels under a chart: times, and the numbers of frames where these are drawn as columns. */
export function axisTicks(view: View, frames: number, fps: FrameRate): AxisTick[] {
  if (spanOf(view) <= MAX_COLUMNS && spanOf(view) < frames) return frameTicks(view, fps)
  const [start, end] = [secondsAt(view.from, fps), secondsAt(view.to, fps)]
  const length = Math.max(end - start, Number.EPSILON)
  if (view.from === 0 && view.to === frames)
    return timeTicks(length, MAX_TICKS).map((tick) => ({
      key: tick,
      share: tick / length,
      label: formatTime(tick, length < 3 ? 1 : 0),
    }))
  const times = scaleLinear([start, end], [0, 1]).ticks(MAX_TICKS)
  const step = (times[1] ?? 1) - (times[0] ?? 0)
  const decimals = step < 0.095 ? 2 : step < 0.95 ? 1 : 0
  return times.map((time) => ({
    key: time,
    share: (time - start) / length,
    label: formatTime(time, decimals),
  }))
}

/** Centred under their columns. */
function frameTicks(view: View, fps: FrameRate): AxisTick[] {
  return scaleLinear([view.from, view.to - 1], [0, 1])
    .ticks(MAX_TICKS)
    .filter((frame) => Number.isInteger(frame))
    .map((frame) => ({
      key: frame,
      share: (frame + 0.5 - view.from) / spanOf(view),
      label: formatFrameTime(frame, fps, 2),
      frame,
    }))
}
