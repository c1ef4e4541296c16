import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { count, percent, several } from '#components/charts/numbers.ts'
import { ago } from '#components/ui/ago.ts'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import type { Video } from '#lib/videos/video.ts'

export type NamedViewer = {
  viewerId: string
  /** Null: no longer a member. */
  name: string | null
  covered: number
  plays: number
  position: number
  completedAt: Date | null
  lastAt: Date
}

type Props = {
  video: Video
  viewers: NamedViewer[]
  /** How many there are in all, where that is known. */
  all: number | null
  now: Date
}

/** Who watched, how much of it, and where they stopped. */
export function ViewersList({ video, viewers, all, now }: Props) {
  return (
    <section>
      <div className="mb-3 flex items-baseline justify-between gap-6">
        <h2 className="font-medium">Viewers</h2>
        {all !== null && all > viewers.length ? (
          <p className="text-sm text-mute">
            {count(viewers.length)} of {count(all)}
          </p>
        ) : null}
      </div>
      {viewers.length === 0 ? (
        <p className="border-t border-line py-4 text-sm text-mute">Nobody has watched it yet.</p>
      ) : (
        <ul className="border-t border-line">
          {viewers.map((viewer) => (
            <li key={viewer.viewerId} className="border-b border-line">
              <ViewerRow video={video} viewer={viewer} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ViewerRow({ video, viewer, now }: { video: Video; viewer: NamedViewer; now: Date }) {
  const share = Math.min(1, viewer.covered / Math.max(1, video.frames))
  const name = viewer.name ?? 'Someone who has left'
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5 py-3 text-sm sm:grid-cols-[10rem_1fr_4rem_13rem] sm:gap-x-6">
      <Link
        prefetch={false}
        href={`/studio/videos/${video.id}/viewers/${viewer.viewerId}`}
        className="truncate hover:text-accent-text hover:underline"
      >
        {name}
      </Link>
      <ProgressBar
        share={share}
        label={`${percent(share)} seen by ${name}`}
        className="h-1.5 max-sm:order-3 max-sm:col-span-2"
      />
      <span className="figures text-right text-xs">{percent(share)}</span>
      <span className="text-mute max-sm:order-4 max-sm:col-span-2 sm:text-right">
        {viewer.completedAt ? (
          `finished ${ago(viewer.completedAt, now)}`
        ) : (
          <>
            stopped at{' '}
            <span className="figures text-xs">{clockAt(viewer.position, video.fps)}</span>,{' '}
            {ago(viewer.lastAt, now)}
          </>
        )}
        <span className="sr-only">, {several(viewer.plays, 'play')}</span>
      </span>
    </div>
  )
}
