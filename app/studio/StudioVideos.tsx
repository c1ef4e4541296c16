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
  /** By video: the one total that was read of each. */
  totals: Awaited<ReturnType<typeof readTotals>>
  /** How many people watch which video just now. */
  watching: ReadonlyMap<string, number>
  /** The days the page is about; they stay in its links. */
  days: number
  /** Whether these are the archived ones; whether there are any on the other side. */
  isArchive: boolean
  hasOthers: boolean
  /** The way to the list's other pages. */
  children: ReactNode
}

/** The videos of the library, or those that are archived, each with its plays and viewers. */
export function StudioVideos(props: Props) {
  const { videos, totals, watching, days, isArchive, hasOthers, children } = props
  return (
    <section className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-6">
        <h2 className="font-medium">Videos</h2>
        <div className="flex flex-wrap items-center justify-end gap-3">
          <Link prefetch={false} href="/studio/library" className={buttonClass('plain')}>
            Order
          </Link>
          <Link prefetch={false} href="/studio/videos/new" className={buttonClass('quiet')}>
            Add a video
          </Link>
        </div>
      </div>
      {isArchive || hasOthers ? (
        <Chips
          label="Which videos"
          chips={[
            { name: 'In the library', href: `/studio?days=${days}`, here: !isArchive },
            {
              name: 'Archived',
              href: `/studio?days=${days}&show=archived`,
              here: isArchive,
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
        <EmptyState title="Nothing is archived">
          What is archived is gone for members; what was counted of it stands here.
        </EmptyState>
      ) : (
        <EmptyState
          title="No videos yet"
          action={
            <Link prefetch={false} href="/studio/videos/new" className="link">
              Add the first
            </Link>
          }
        >
          Videos and what was watched of them will stand here.
        </EmptyState>
      )}
      {children}
    </section>
  )
}
