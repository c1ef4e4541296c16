import type { Metadata } from 'next'
import Link from 'next/link'
import { HistoryRow } from '#components/library/HistoryRow.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readShelf } from '#lib/watch/shelf.ts'

export const metadata: Metadata = { title: 'History' }

const NEWEST = 100

export default async function HistoryPage() {
  const member = await requireMember('/history')
  const seen = await readHistory(member.id)
  const now = new Date()
  return (
    <Page width="reading">
      <PageTitle title="History" />
      {seen.length > 0 ? (
        <ul className="border-t border-line">
          {seen.map(({ video, entry }) => (
            <li key={video.id} className="border-b border-line">
              <HistoryRow video={video} entry={entry} now={now} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Nothing watched yet"
          action={
            <Link href="/videos" className={buttonClass('primary')}>
              Go to the library
            </Link>
          }
        >
          Every film you begin stands here, with the place you stopped.
        </EmptyState>
      )}
    </Page>
  )
}

/** What was watched last, the newest first; removed films are left out. */
async function readHistory(memberId: string) {
  const shelf = [...(await readShelf(memberId))]
    .sort(([, a], [, b]) => b.lastAt.getTime() - a.lastAt.getTime())
    .slice(0, NEWEST)
  const rows = await Promise.all(
    shelf.map(async ([videoId, entry]) => ({ video: await getVideo(videoId), entry })),
  )
  return rows.flatMap(({ video, entry }) => (video ? [{ video, entry }] : []))
}
