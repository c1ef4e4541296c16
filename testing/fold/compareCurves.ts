import type { Video } from '#lib/videos/video.ts'
import { dayAt } from '#lib/watch/analytics/period.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import type { Findings } from '#testing/findings.ts'
import type { Expected } from './expected.ts'

/** Everything a curve says, and of the days what can be known: over midnight only the plays. */
export async function compareCurves(
  video: Video,
  expected: Expected,
  since: number,
  findings: Findings,
): Promise<void> {
  const days = { from: dayAt(since), to: dayAt(Date.now()) }
  for (const period of ['all', days] as const) {
    const name = period === 'all' ? 'the curve of all time' : "the days' curves"
    const found = await readRetention(video, period)
    findings.frames(name, expected.plays, found.plays)
    if (!found.viewers) continue
    findings.frames(`${name}: viewers`, expected.viewers, found.viewers)
    findings.equal(`${name}: views`, expected.views, found.views)
    findings.equal(`${name}: different viewers`, expected.uniqueViewers, found.uniqueViewers ?? -1)
    findings.equal(`${name}: completions`, expected.completions, found.completions)
  }
}
