import { clockAt } from '#lib/format/clock.ts'
import { count, percent, several } from '#lib/format/numbers.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { Highlight } from '#lib/watch/analytics/highlights.ts'

/** What happened, in a word; how often, in a sentence; and when. */
export type MomentWords = { name: string; text: string; time: string }

/** @param first whether it is the first of its kind: "Replayed most", then "Replayed". */
export function momentWords(moment: Highlight, first: boolean, fps: FrameRate): MomentWords {
  return { ...whatHappened(moment, first), time: timeOf(moment, fps) }
}

function whatHappened({ kind, count: times, of, at }: Highlight, first: boolean) {
  switch (kind) {
    case 'replayed':
      return {
        name: first ? 'Replayed most' : 'Replayed',
        text: `${several(of + times, 'play')} by ${several(of, 'person', 'people')}`,
      }
    case 'left':
      return {
        name: 'Left',
        text: `${count(times)} of ${count(of)} stopped here (${percent(times / of)})`,
      }
    case 'skipped':
      return { name: 'Skipped', text: `${several(times, 'person', 'people')} jumped over it` }
    case 'frame':
      return {
        name: 'One frame',
        text: `frame ${count(at)}, ${several(times, 'play')} more than beside it`,
      }
  }
}

function timeOf({ kind, from, to }: Highlight, fps: FrameRate): string {
  if (kind === 'frame') return clockAt(from, fps, 2)
  const [start, end] = [clockAt(from, fps, 1), clockAt(to, fps, 1)]
  return start === end ? start : `${start} – ${end}`
}
