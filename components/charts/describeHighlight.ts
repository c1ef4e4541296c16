import { clockAt } from '#lib/format/clock.ts'
import { count, percent, several } from '#lib/format/numbers.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { Highlight } from '#lib/watch/analytics/highlights.ts'

/** The kind of a highlight, its numbers, and its time, as text. */
export type HighlightText = { name: string; text: string; time: string }

/** @param isFirst of its kind: "Most replayed", then "Replayed" */
export function describeHighlight(
  highlight: Highlight,
  isFirst: boolean,
  fps: FrameRate,
): HighlightText {
  return { ...numbersOf(highlight, isFirst), time: timeOf(highlight, fps) }
}

function numbersOf({ kind, count: times, of, at }: Highlight, isFirst: boolean) {
  switch (kind) {
    case 'replayed':
      return {
        name: isFirst ? 'Most replayed' : 'Replayed',
        text: `${several(of + times, 'play')} by ${several(of, 'viewer')}`,
      }
    case 'left':
      return {
        name: 'Drop-off',
        text: `${count(times)} of ${count(of)} stopped watching here (${percent(times / of)})`,
      }
    case 'skipped':
      return { name: 'Skipped', text: `${several(times, 'viewer')} skipped it` }
    case 'frame':
      return {
        name: 'Single frame',
        text: `frame ${count(at)}, ${several(times, 'play')} more than the frames next to it`,
      }
  }
}

function timeOf({ kind, from, to }: Highlight, fps: FrameRate): string {
  if (kind === 'frame') return clockAt(from, fps, 2)
  const [start, end] = [clockAt(from, fps, 1), clockAt(to, fps, 1)]
  return start === end ? start : `${start} – ${end}`
}
