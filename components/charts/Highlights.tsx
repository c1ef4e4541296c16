import Link from 'next/link'
import type { FrameRate } from '#lib/videos/video.ts'
import type { Highlight } from '#lib/watch/analytics/highlights.ts'
import { describeHighlight } from './describeHighlight.ts'

type Props = {
  highlights: Highlight[]
  fps: FrameRate
  /** A link that shows it in the chart. */
  hrefOf: (highlight: Highlight) => string
}

const marks: Record<Highlight['kind'], string> = {
  replayed: 'bg-accent',
  frame: 'bg-accent',
  left: 'bg-bad',
  skipped: 'bg-mute',
}

/** The list of highlights of a curve; each links to its range in the chart. */
export function Highlights({ highlights, fps, hrefOf }: Props) {
  if (highlights.length === 0)
    return (
      <p className="border-t border-line py-4 text-sm text-mute">
        No highlights yet. Parts that viewers replay, skip or leave more than the rest appear here.
      </p>
    )
  return (
    <ul className="border-t border-line">
      {highlights.map((highlight, i) => {
        const isFirst = highlights.findIndex(({ kind }) => kind === highlight.kind) === i
        const { name, text, time } = describeHighlight(highlight, isFirst, fps)
        return (
          <li
            key={`${highlight.kind} ${highlight.from}`}
            className="border-b border-line last:border-b-0"
          >
            <Link
              prefetch={false}
              href={hrefOf(highlight)}
              scroll={false}
              className="flex flex-wrap items-baseline gap-x-3 py-3 text-sm hover:text-accent-text"
            >
              <span
                aria-hidden="true"
                className={`size-2 rounded-[2px] ${marks[highlight.kind]}`}
              />
              <span className="min-w-0 flex-1">
                {name} <span className="text-mute">· {text}</span>
              </span>
              <span className="figures text-xs text-mute">{time}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
