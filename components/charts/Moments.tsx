import Link from 'next/link'
import type { FrameRate } from '#lib/videos/video.ts'
import type { Highlight } from '#lib/watch/analytics/highlights.ts'
import { momentWords } from './momentWords.ts'

type Props = {
  moments: Highlight[]
  fps: FrameRate
  /** Where the page shows it. */
  hrefOf: (moment: Highlight) => string
}

const marks: Record<Highlight['kind'], string> = {
  replayed: 'bg-accent',
  frame: 'bg-accent',
  left: 'bg-bad',
  skipped: 'bg-mute',
}

/** What stands out in a curve; each goes to its place in it. */
export function Moments({ moments, fps, hrefOf }: Props) {
  if (moments.length === 0)
    return (
      <p className="border-t border-line py-4 text-sm text-mute">
        Nothing yet. What is replayed, skipped or left more than the rest will be named here.
      </p>
    )
  return (
    <ul className="border-t border-line">
      {moments.map((moment, i) => {
        const first = moments.findIndex(({ kind }) => kind === moment.kind) === i
        const { name, text, time } = momentWords(moment, first, fps)
        return (
          <li
            key={`${moment.kind} ${moment.from}`}
            className="border-b border-line last:border-b-0"
          >
            <Link
              prefetch={false}
              href={hrefOf(moment)}
              scroll={false}
              className="flex flex-wrap items-baseline gap-x-3 py-3 text-sm hover:text-accent-text"
            >
              <span aria-hidden="true" className={`size-2 rounded-[2px] ${marks[moment.kind]}`} />
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
