import type { Metadata } from 'next'
import { SearchResultItem } from '#components/library/SearchResultItem.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { SearchForm } from '#components/ui/SearchForm.tsx'
import { tooManyAttempts } from '#lib/auth/action.ts'
import { requireMember } from '#lib/auth/currentMember.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { pluralize } from '#lib/format/numbers.ts'
import type { Member } from '#lib/members/member.ts'
import { getSearchIndex } from '#lib/search/getSearchIndex.ts'
import { searchQuerySchema } from '#lib/search/searchQuerySchema.ts'
import { toSearchResults } from '#lib/search/searchResults.ts'

/** Videos a page. */
const PAGE = 10

const WHERE = 'Videos are searched by title, description, chapters and captions.'

type Asked = { q?: string | string[]; page?: string | string[] }
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { data: query } = searchQuerySchema.safeParse((await searchParams).q)
  return { title: query ? `“${query}”` : 'Search' }
}

export default async function SearchPage({ searchParams }: Props) {
  const asked = await searchParams
  const typed = typeof asked.q === 'string' ? asked.q : ''
  const member = await requireMember(
    typed ? `/search?${new URLSearchParams({ q: typed })}` : '/search',
  )
  const parsed = searchQuerySchema.safeParse(asked.q ?? '')
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
  const limit = { kind: 'search', key: member.id, max: 120, windowSeconds: 60 }
  const taken = await consumeAttempt([limit], now)
  if (!taken.ok) return <Notice tone="bad">{tooManyAttempts(taken.retryAfter)}</Notice>
  const found = (await getSearchIndex(now.getTime())).search(query)
  const { shown, page, pages } = paginate(found, asked.page, PAGE)
  const videos = await toSearchResults(shown, member, now.getTime())
  if (videos.length === 0)
    return <EmptyState title={`Nothing found for “${query}”`}>{WHERE}</EmptyState>
  const hrefOf = (to: number) => `/search?${new URLSearchParams({ q: query, page: String(to) })}`
  return (
    <>
      <p className="text-sm text-mute" role="status">
        {pluralize(pages > 1 ? found.length : videos.length, 'video')} found for “{query}”
      </p>
      <ul className="-mt-4 border-t border-line">
        {videos.map((video) => (
          <li key={video.video.id} className="border-b border-line">
            <SearchResultItem {...video} />
          </li>
        ))}
      </ul>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </>
  )
}
