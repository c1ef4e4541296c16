import type { Metadata } from 'next'
import { CardGrid } from '#components/library/CardGrid.tsx'
import { CourseCard } from '#components/library/CourseCard.tsx'
import { LibrarySection } from '#components/library/LibrarySection.tsx'
import { VideoCard } from '#components/library/VideoCard.tsx'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { Pagination } from '#components/ui/Pagination.tsx'
import { paginate } from '#components/ui/paginate.ts'
import { SearchForm } from '#components/ui/SearchForm.tsx'
import { requireMember } from '#lib/auth/currentMember.ts'
import { type ListedCourse, listCourses } from '#lib/collections/listCourses.ts'
import { pluralize } from '#lib/format/numbers.ts'
import { type MemberLibrary, readMemberLibrary } from '#lib/videos/memberLibrary.ts'
import type { Video } from '#lib/videos/video.ts'

const CARDS_PER_SECTION = 6
const CARDS_PER_PAGE = 24

/** Part of the page's address. */
type SectionName = 'waiting' | 'new' | 'collections' | 'all'

const titles: Record<SectionName, string> = {
  waiting: 'Continue watching',
  new: 'New',
  collections: 'Collections',
  all: 'All videos',
}

type SearchParams = { list?: string | string[]; page?: string | string[] }
type Props = { searchParams: Promise<SearchParams> }

const listOf = ({ list, page }: SearchParams): SectionName | null =>
  (Object.keys(titles) as SectionName[]).find((name) => name === list) ?? (page ? 'all' : null)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const list = listOf(await searchParams)
  return { title: list ? titles[list] : 'Library' }
}

export default async function LibraryPage({ searchParams }: Props) {
  const member = await requireMember('/videos')
  const params = await searchParams
  const home = await readMemberLibrary(member.id)
  const sections = cardsOf(home, await listCourses(home.all, home.progressByVideo))
  const list = listOf(params)
  return (
    <Page width="watch">
      {list ? (
        <OneSection name={list} cards={sections[list]} params={params} />
      ) : (
        <Sections sections={sections} />
      )}
    </Page>
  )
}

type Cards = ReturnType<typeof cardsOf>

function cardsOf(
  { unfinished, notStarted, all, historyByVideo }: MemberLibrary,
  courses: ListedCourse[],
) {
  const card = (video: Video) => (
    <VideoCard key={video.id} video={video} entry={historyByVideo.get(video.id)} />
  )
  return {
    waiting: unfinished.map(({ video }) => card(video)),
    new: notStarted.map(card),
    collections: courses.map((course) => <CourseCard key={course.collection.id} {...course} />),
    all: all.map(card),
  }
}

function Sections({ sections }: { sections: Cards }) {
  const names = Object.keys(titles) as SectionName[]
  return (
    <>
      <PageTitle title="Library">
        <div className="md:hidden">
          <SearchForm path="/search" name="q" label="Search the library" search="" />
        </div>
      </PageTitle>
      {sections.all.length === 0 ? (
        <EmptyState title="No videos yet">
          Videos appear here as soon as they are published.
        </EmptyState>
      ) : null}
      {names.map((name) => {
        const cards = sections[name]
        const max = name === 'all' ? CARDS_PER_PAGE : CARDS_PER_SECTION
        const more = cards.length > max ? { href: `/videos?list=${name}`, all: cards.length } : null
        return cards.length > 0 ? (
          <LibrarySection key={name} id={name} title={titles[name]} more={more}>
            <CardGrid>{cards.slice(0, max)}</CardGrid>
          </LibrarySection>
        ) : null
      })}
    </>
  )
}

type OneProps = { name: SectionName; cards: Cards[SectionName]; params: SearchParams }

function OneSection({ name, cards, params }: OneProps) {
  const { shown, page, pages } = paginate(cards, params.page, CARDS_PER_PAGE)
  return (
    <>
      <PageTitle
        title={titles[name]}
        above={<Breadcrumbs trail={[{ href: '/videos', name: 'Library' }]} />}
      />
      {shown.length > 0 ? (
        <section aria-labelledby="videos">
          <h2 id="videos" className="sr-only">
            {pluralize(cards.length, name === 'collections' ? 'collection' : 'video')}
          </h2>
          <CardGrid>{shown}</CardGrid>
        </section>
      ) : (
        <EmptyState title="Nothing here right now" />
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `/videos?list=${name}&page=${to}`} />
    </>
  )
}
