import type { CurveLine } from '#components/charts/curveLine.ts'
import { toRunLengths } from '#components/charts/runLengths.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'
import type { Comparison } from './readComparison.ts'

const plays = { name: 'plays', one: 'play', many: 'plays' }

/** The lines of a curve: plays and viewers, or the two that are compared. */
export function linesOf(
  retention: Pick<Retention, 'plays' | 'viewers' | 'views'>,
  comparison: Comparison | null,
): CurveLine[] {
  const first = { ...plays, lengths: toRunLengths(retention.plays) }
  if (comparison?.kind === 'audience')
    return [
      { ...first, name: 'plays here', of: retention.views },
      {
        ...plays,
        name: `plays, ${comparison.name}`,
        before: `${comparison.name}: `,
        lengths: toRunLengths(comparison.plays),
        of: comparison.retention.views,
      },
    ]
  const { viewers } = retention
  if (!viewers) return [first]
  if (comparison?.kind === 'repeats') {
    const again = retention.plays.map((count, frame) => count - (viewers[frame] ?? 0))
    return [
      {
        name: 'first plays',
        one: 'first play',
        many: 'first plays',
        lengths: toRunLengths(viewers),
      },
      { name: 'later plays', one: 'later play', many: 'later plays', lengths: toRunLengths(again) },
    ]
  }
  const seen = { name: 'different viewers', one: 'viewer', many: 'viewers' }
  return [first, { ...seen, lengths: toRunLengths(viewers) }]
}
