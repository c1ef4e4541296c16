import { type FrameRate, secondsAt } from '#lib/videos/video.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'

/** A stretch played more often stands in the text this many times. */
const MOST_PASSES = 100

/**
 * What was played, as the xAPI video profile writes it: seconds, `0.000[.]12.000[,]14.000[.]21.000`.
 * A stretch played twice stands there twice: first everything that was played at all, then what was
 * played a second time, and so on. In which order it was played is not kept.
 */
export function playedSegments(runs: Runs, fps: FrameRate): string {
  const most = Math.min(MOST_PASSES, Math.max(0, ...runs.map(([, , count]) => count)))
  const segments: [start: number, end: number][] = []
  for (let pass = 1; pass <= most; pass++) {
    const first = segments.length
    for (const [start, end, count] of runs) {
      if (count < pass) continue
      const last = segments.length > first ? segments.at(-1) : undefined
      if (last?.[1] === start) last[1] = end
      else segments.push([start, end])
    }
  }
  const at = (frame: number) => secondsAt(frame, fps).toFixed(3)
  return segments.map(([start, end]) => `${at(start)}[.]${at(end)}`).join('[,]')
}
