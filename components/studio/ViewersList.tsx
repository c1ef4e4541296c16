import Link from 'next/link'
import { CoverageBar } from '#components/charts/CoverageBar.tsx'
import { formatAgo } from '#lib/format/dates.ts'
import { formatPercent, pluralize } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { Video } from '#lib/videos/video.ts'
import { skippedStretches } from '#lib/watch/aggregate/runs.ts'
import type { PageViewer } from '#lib/watch/analytics/viewersPage.ts'

/** `name` is null for a former member. */
export type NamedViewer = PageViewer & { name: string | null }

type Props = { video: Video; viewers: NamedViewer[]; now: Date }

/** Viewers with the frames they watched and where they stopped. */
export function ViewersList({ video, viewers, now }: Props) {
  return (
    <ul className="border-t border-line">
      {viewers.map((viewer) => (
        <li key={viewer.viewerId} className="border-b border-line">
          <ViewerRow video={video} viewer={viewer} now={now} />
        </li>
      ))}
    </ul>
  )
}

function ViewerRow({ video, viewer, now }: { video: Video; viewer: NamedViewer; now: Date }) {
  const share = Math.min(1, viewer.covered / Math.max(1, video.frames))
  const name = viewer.name ?? 'Former member'
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5 py-3 text-sm sm:grid-cols-[10rem_1fr_4rem_13rem] sm:gap-x-6">
      <Link
        prefetch={false}
        href={`/studio/videos/${video.id}/viewers/${viewer.viewerId}`}
        className="truncate hover:text-accent-text hover:underline"
      >
        {name}
      </Link>
      <CoverageBar
        runs={viewer.runs}
        frames={video.frames}
        label={`${formatPercent(share)} watched by ${name}`}
        className="h-2 max-sm:order-3 max-sm:col-span-2"
      />
      <span className="figures text-right text-xs">{formatPercent(share)}</span>
      <span className="text-mute max-sm:order-4 max-sm:col-span-2 sm:text-right">
        {viewer.completedAt ? (
          `finished ${formatAgo(viewer.completedAt, now)}`
        ) : (
          <>
            stopped at{' '}
            <span className="figures text-xs">{formatFrameTime(viewer.position, video.fps)}</span>,{' '}
            {formatAgo(viewer.lastAt, now)}
          </>
        )}
        <span className="block text-xs">
          {pluralize(viewer.plays, 'play')}
          {skippedText(viewer, video)}
        </span>
      </span>
    </div>
  )
}

/** The longest range that was skipped, if it is a second or longer. */
function skippedText({ runs }: PageViewer, { fps }: Video): string {
  const skipped = skippedStretches(runs).filter(({ from, to }) => to - from >= fps.num / fps.den)
  const [longest] = skipped
  if (!longest) return ''
  const more = skipped.length > 1 ? ` and ${skipped.length - 1} more` : ''
  return `, skipped ${formatFrameTime(longest.from, fps)}–${formatFrameTime(longest.to, fps)}${more}`
}
