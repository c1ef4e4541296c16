import Link from 'next/link'
import { Sparkline } from '#components/charts/Sparkline.tsx'
import { formatDuration, formatPercent } from '#lib/format/numbers.ts'
import { secondsAt } from '#lib/videos/video.ts'
import type { VideoTrend } from '#lib/watch/analytics/overview.ts'

type Props = { trends: VideoTrend[]; days: number }

const MAX_ROWS = 5

/** The videos watched most, and those watched less than in the period before. */
export function VideoTrends({ trends, days }: Props) {
  const top = trends
    .filter((each) => secondsOf(each) > 0)
    .sort((a, b) => secondsOf(b) - secondsOf(a))
  const falling = trends.filter((each) => lossOf(each) > 0).sort((a, b) => lossOf(b) - lossOf(a))
  return (
    <section>
      <h2 className="sr-only">Trends</h2>
      <div className="grid gap-8 md:grid-cols-2">
        <List
          title="Top videos"
          empty={`No watch time in the last ${days} days.`}
          rows={top}
          note={(each) => formatDuration(secondsOf(each))}
        />
        <List
          title="Falling"
          empty={`No video was watched less than in the previous ${days} days.`}
          rows={falling}
          note={(each) =>
            `${formatDuration(secondsOf(each))}, −${formatPercent(lossOf(each) / (secondsOf(each) + lossOf(each)))}`
          }
        />
      </div>
    </section>
  )
}

type ListProps = {
  title: string
  empty: string
  rows: VideoTrend[]
  note: (each: VideoTrend) => string
}

function List({ title, empty, rows, note }: ListProps) {
  return (
    <section>
      <h3 className="mb-2 font-medium">{title}</h3>
      {rows.length === 0 ? (
        <p className="border-t border-line py-4 text-sm text-mute">{empty}</p>
      ) : (
        <ul className="border-t border-line text-sm">
          {rows.slice(0, MAX_ROWS).map((each) => (
            <li
              key={each.video.id}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[1fr_6rem_8rem]"
            >
              <Link
                prefetch={false}
                href={`/studio/videos/${each.video.id}/analytics`}
                aria-label={`${each.video.title}, ${note(each)}`}
                className="truncate hover:text-accent-text hover:underline"
              >
                {each.video.title}
              </Link>
              <Sparkline
                values={each.secondsByDay.map((seconds) => seconds / 60)}
                label="Minutes watched"
                className="h-5 w-24 max-sm:order-3"
              />
              <span className="text-right text-mute">{note(each)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const secondsOf = ({ video, now }: VideoTrend) => secondsAt(now.framesPlayed, video.fps)

const lossOf = ({ video, now, before }: VideoTrend) =>
  secondsAt(before.framesPlayed - now.framesPlayed, video.fps)
