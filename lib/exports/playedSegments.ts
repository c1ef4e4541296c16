import { type FrameRate, secondsAt } from '#lib/videos/video.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'

/** A range played more often is written this many times. */
const MAX_PASSES = 100

/**
 * Runs as `played-segments` of the xAPI video profile, in seconds: `0.000[.]12.000[,]14.000[.]21.000`.
 * A range played twice is written twice: first all ranges that were played, then those played a
 * second time, and so on. The order in which they were played is not stored.
 */
export function playedSegments(runs: Runs, fps: FrameRate): string {
  const most = Math.min(MAX_PASSES, Math.max(0, ...runs.map(([, , count]) => count)))
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
