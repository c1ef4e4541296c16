import Link from 'next/link'
import { Sparkline } from '#components/charts/Sparkline.tsx'
import { durationWords, percent } from '#lib/format/numbers.ts'
import { secondsAt } from '#lib/videos/video.ts'
import type { VideoSums } from '#lib/watch/analytics/overview.ts'

type Props = { sums: VideoSums[]; days: number }

const MOST = 5

/** What was watched most, and what was watched less than in as many days before. */
export function Movers({ sums, days }: Props) {
  const top = sums.filter((each) => secondsOf(each) > 0).sort((a, b) => secondsOf(b) - secondsOf(a))
  const sinking = sums.filter((each) => lost(each) > 0).sort((a, b) => lost(b) - lost(a))
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <List
        title="Watched most"
        none={`Nothing was watched in these ${days} days.`}
        rows={top}
        note={(each) => durationWords(secondsOf(each))}
      />
      <List
        title="Sinking"
        none={`No video was watched less than in the ${days} days before.`}
        rows={sinking}
        note={(each) =>
          `${durationWords(secondsOf(each))}, −${percent(lost(each) / (secondsOf(each) + lost(each)))}`
        }
      />
    </div>
  )
}

type ListProps = {
  title: string
  none: string
  rows: VideoSums[]
  note: (each: VideoSums) => string
}

function List({ title, none, rows, note }: ListProps) {
  return (
    <section>
      <h2 className="mb-2 font-medium">{title}</h2>
      {rows.length === 0 ? (
        <p className="border-t border-line py-4 text-sm text-mute">{none}</p>
      ) : (
        <ul className="border-t border-line text-sm">
          {rows.slice(0, MOST).map((each) => (
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

const secondsOf = ({ video, now }: VideoSums) => secondsAt(now.framesPlayed, video.fps)

const lost = ({ video, now, before }: VideoSums) =>
  secondsAt(before.framesPlayed - now.framesPlayed, video.fps)
