import type { Metadata } from 'next'
import { FoundVideo } from '#components/library/SearchResult.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageLinks } from '#components/ui/PageLinks.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { pageOf } from '#components/ui/pageOf.ts'
import { SearchForm } from '#components/ui/SearchForm.tsx'
import { tooMany } from '#lib/auth/action.ts'
import { requireMember } from '#lib/auth/currentMember.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { several } from '#lib/format/numbers.ts'
import type { Member } from '#lib/members/member.ts'
import { openIndex } from '#lib/search/openIndex.ts'
import { searchQuery } from '#lib/search/searchQuery.ts'
import { showFound } from '#lib/search/showFound.ts'

/** Videos a page. */
const PAGE = 10

const WHERE = 'Videos are searched by title, description, chapters and captions.'

type Asked = { q?: string | string[]; page?: string | string[] }
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { data: query } = searchQuery.safeParse((await searchParams).q)
  return { title: query ? `“${query}”` : 'Search' }
}

export default async function SearchPage({ searchParams }: Props) {
  const asked = await searchParams
  const typed = typeof asked.q === 'string' ? asked.q : ''
  const member = await requireMember(
    typed ? `/search?${new URLSearchParams({ q: typed })}` : '/search',
  )
  const parsed = searchQuery.safeParse(asked.q ?? '')
  return (
    <Page width="reading">
      <PageTitle title="Search" />
      <SearchForm path="/search" name="q" label="Search the library" search={typed} shape="wide" />
      {!parsed.success ? (
        <Notice tone="bad">{parsed.error.issues[0]?.message}</Notice>
      ) : parsed.data === '' ? (
        <EmptyState title="What are you looking for?">
          {WHERE} What is found leads to its very moment.
        </EmptyState>
      ) : (
        <Found query={parsed.data} asked={asked} member={member} />
      )}
    </Page>
  )
}

type FoundProps = { query: string; asked: Asked; member: Member }

async function Found({ query, asked, member }: FoundProps) {
  const now = new Date()
  const limit = { kind: 'search', key: member.id, most: 120, seconds: 60 }
  const taken = await consumeAttempt([limit], now)
  if (!taken.ok) return <Notice tone="bad">{tooMany(taken.retryAfter)}</Notice>
  const found = (await openIndex(now.getTime())).search(query)
  const { shown, page, pages } = pageOf(found, asked.page, PAGE)
  const videos = await showFound(shown, member, now.getTime())
  if (videos.length === 0)
    return <EmptyState title={`Nothing found for “${query}”`}>{WHERE}</EmptyState>
  const hrefOf = (to: number) => `/search?${new URLSearchParams({ q: query, page: String(to) })}`
  return (
    <>
      <p className="text-sm text-mute" role="status">
        {several(pages > 1 ? found.length : videos.length, 'video')} found for “{query}”
      </p>
      <ul className="-mt-4 border-t border-line">
        {videos.map((video) => (
          <li key={video.video.id} className="border-b border-line">
            <FoundVideo {...video} />
          </li>
        ))}
      </ul>
      <PageLinks page={page} pages={pages} hrefOf={hrefOf} />
    </>
  )
}
