import type { Metadata } from 'next'
import { UpNext } from '#components/library/UpNext.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { hostFacts } from '#lib/videos/hosts.ts'
import { listForMembers } from '#lib/videos/library.ts'
import { precisionWords } from '#lib/videos/precisionWords.ts'
import { readShelf } from '#lib/watch/shelf.ts'
import { Film } from './Film.tsx'
import { readFilm } from './readFilm.ts'

type Props = { params: Promise<{ id: string }> }

/** Each view begins a playback of its own. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { video } = await readFilm((await params).id)
  return { title: video.title }
}

export default async function VideoPage({ params }: Props) {
  const { member, video } = await readFilm((await params).id)
  const [listed, shelf] = await Promise.all([listForMembers(), readShelf(member.id)])
  return (
    <Page width="watch">
      <div className="grid gap-x-8 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Film memberId={member.id} video={video}>
            <div className="flex flex-col gap-2">
              <PageTitle title={video.title} />
              <p className="text-xs text-mute">
                {hostFacts[video.host].name} · frames counted: {precisionWords(video)}
              </p>
            </div>
            {video.description ? (
              <p className="max-w-reading whitespace-pre-line text-mute">{video.description}</p>
            ) : null}
          </Film>
        </div>
        {listed.length > 1 ? <UpNext videos={listed} currentId={video.id} shelf={shelf} /> : null}
      </div>
    </Page>
  )
}
