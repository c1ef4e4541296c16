import Link from 'next/link'
import type { ReactNode } from 'react'
import { VideoRow } from '#components/studio/VideoRow.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Chips } from '#components/ui/Chips.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'
import type { readTotals } from '#lib/watch/analytics/totals.ts'

type Props = {
  videos: Video[]
  /** By video: its totals of all time. */
  totals: Awaited<ReturnType<typeof readTotals>>
  /** By video: the number of members watching now. */
  watching: ReadonlyMap<string, number>
  /** The number of days the page covers; kept in its links. */
  days: number
  /** Whether `videos` are the archived ones, and whether the other list has any. */
  isArchive: boolean
  hasOthers: boolean
  /** Links to the other pages of the list. */
  children: ReactNode
}

/** The videos of the library, or the archived ones, with plays and viewers. */
export function StudioVideos(props: Props) {
  const { videos, totals, watching, days, isArchive, hasOthers, children } = props
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-6">
        <h2 className="font-medium">Videos</h2>
        <div className="flex flex-wrap items-center justify-end gap-3">
          <Link prefetch={false} href="/studio/library" className={buttonClass('plain')}>
            Reorder
          </Link>
          <Link prefetch={false} href="/studio/videos/new" className={buttonClass('quiet')}>
            Add a video
          </Link>
        </div>
      </div>
      {isArchive || hasOthers ? (
        <Chips
          label="Filter videos"
          chips={[
            { name: 'In the library', href: `/studio?days=${days}`, isCurrent: !isArchive },
            {
              name: 'Archived',
              href: `/studio?days=${days}&show=archived`,
              isCurrent: isArchive,
            },
          ]}
        />
      ) : null}
      {videos.length > 0 ? (
        <ul className="border-t border-line">
          {videos.map((video) => {
            const [all] = totals.get(video.id) ?? []
            return (
              <li key={video.id} className="border-b border-line">
                <VideoRow
                  video={video}
                  poster={posterUrl(video)}
                  plays={all?.views ?? 0}
                  viewers={all?.viewers ?? 0}
                  watching={watching.get(video.id) ?? 0}
                />
              </li>
            )
          })}
        </ul>
      ) : isArchive ? (
        <EmptyState title="No archived videos">
          Members cannot see archived videos. Their statistics are kept here.
        </EmptyState>
      ) : (
        <EmptyState
          title="No videos yet"
          action={
            <Link prefetch={false} href="/studio/videos/new" className="link">
              Add your first video
            </Link>
          }
        >
          Your videos and their statistics will appear here.
        </EmptyState>
      )}
      {children}
    </section>
  )
}
