import type { ChartLine } from '#components/charts/chartLine.ts'
import { encodeRunLengths } from '#components/charts/runLengths.ts'
import type { VideoCounts } from '#lib/watch/analytics/retention.ts'
import type { Comparison } from './readComparison.ts'

const PLAYS = { name: 'plays', one: 'play', many: 'plays' }
const VIEWERS = { name: 'unique viewers', one: 'viewer', many: 'viewers' }
const FIRST_PLAYS = { name: 'first plays', one: 'first play', many: 'first plays' }
const REPLAYS = { name: 'replays', one: 'replay', many: 'replays' }

/**
 * The lines of the retention chart: plays and viewers, or the two that are compared.
 * @param name of the audience of `counts`, as `comparison.name` is of the other
 */
export function chartLines(
  { plays, viewers, views }: Pick<VideoCounts, 'plays' | 'viewers' | 'views'>,
  comparison: Comparison | null,
  name: string,
): ChartLine[] {
  const played = { ...PLAYS, runLengths: encodeRunLengths(plays) }
  if (comparison?.kind === 'audience')
    return [
      { ...played, name: `plays, ${name}`, total: views },
      {
        ...PLAYS,
        name: `plays, ${comparison.name}`,
        prefix: `${comparison.name}: `,
        runLengths: encodeRunLengths(comparison.plays),
        total: comparison.counts.views,
      },
    ]
  if (!viewers) return [played]
  if (comparison?.kind === 'replays') {
    const replays = plays.map((count, frame) => count - (viewers[frame] ?? 0))
    return [
      { ...FIRST_PLAYS, runLengths: encodeRunLengths(viewers) },
      { ...REPLAYS, runLengths: encodeRunLengths(replays) },
    ]
  }
  return [played, { ...VIEWERS, runLengths: encodeRunLengths(viewers) }]
}
