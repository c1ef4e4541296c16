import { formatCount, formatPercent, pluralize } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
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
        text: `${pluralize(of + times, 'play')} by ${pluralize(of, 'viewer')}`,
      }
    case 'left':
      return {
        name: 'Drop-off',
        text: `${formatCount(times)} of ${formatCount(of)} stopped watching here (${formatPercent(times / of)})`,
      }
    case 'skipped':
      return { name: 'Skipped', text: `by ${pluralize(times, 'viewer')}` }
    case 'frame':
      return {
        name: 'Single frame',
        text: `frame ${formatCount(at)}, ${pluralize(times, 'play')} more than the frames next to it`,
      }
  }
}

function timeOf({ kind, from, to }: Highlight, fps: FrameRate): string {
  if (kind === 'frame') return formatFrameTime(from, fps, 2)
  const [start, end] = [formatFrameTime(from, fps, 1), formatFrameTime(to, fps, 1)]
  return start === end ? start : `${start} – ${end}`
}
