import type { Metadata } from 'next'
import { SearchResultItem } from '#components/library/SearchResultItem.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { SearchForm } from '#components/ui/SearchForm.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { tooManyAttempts } from '#lib/auth/validatedAction.ts'
import { pluralize } from '#lib/format/numbers.ts'
import type { Member } from '#lib/members/member.ts'
import { getSearchIndex } from '#lib/search/getSearchIndex.ts'
import { searchQuerySchema } from '#lib/search/searchQuerySchema.ts'
import { toSearchResults } from '#lib/search/searchResults.ts'

const VIDEOS_PER_PAGE = 10

const SEARCHED_FIELDS = 'Search covers titles, descriptions, chapters and captions.'

type SearchParams = { q?: string | string[]; page?: string | string[] }
type Props = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { data: query } = searchQuerySchema.safeParse((await searchParams).q)
  return { title: query ? `“${query}”` : 'Search' }
}

export default async function SearchPage({ searchParams }: Props) {
  const params = await searchParams
  const typed = typeof params.q === 'string' ? params.q : ''
  const member = await requireMember(
    typed ? `/search?${new URLSearchParams({ q: typed })}` : '/search',
  )
  const parsed = searchQuerySchema.safeParse(params.q ?? '')
  return (
    <Page width="reading">
      <PageTitle title="Search" />
      <SearchForm path="/search" name="q" label="Search the library" search={typed} shape="wide" />
      {!parsed.success ? (
        <Notice tone="bad">{parsed.error.issues[0]?.message}</Notice>
      ) : parsed.data === '' ? (
        <EmptyState title="What are you looking for?">
          {SEARCHED_FIELDS} Each result links to the exact frame.
        </EmptyState>
      ) : (
        <Results query={parsed.data} params={params} member={member} />
      )}
    </Page>
  )
}

type ResultsProps = { query: string; params: SearchParams; member: Member }

async function Results({ query, params, member }: ResultsProps) {
  const now = new Date()
  const limit = { kind: 'search', key: member.id, max: 120, windowSeconds: 60 }
  const attempt = await consumeAttempt([limit], now)
  if (!attempt.ok) return <Notice tone="bad">{tooManyAttempts(attempt.retryAfter)}</Notice>
  const found = (await getSearchIndex(now.getTime())).search(query)
  const { shown, page, pages } = paginate(found, params.page, VIDEOS_PER_PAGE)
  const videos = await toSearchResults(shown, member, now.getTime())
  if (videos.length === 0)
    return <EmptyState title={`No results for “${query}”`}>{SEARCHED_FIELDS}</EmptyState>
  const hrefOf = (to: number) => `/search?${new URLSearchParams({ q: query, page: String(to) })}`
  return (
    <>
      <p className="text-sm text-mute" role="status">
        {pluralize(pages > 1 ? found.length : videos.length, 'result')} for “{query}”
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
