import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { UpNext } from '#components/library/UpNext.tsx'
import { filmHref } from '#components/library/videoHref.ts'
import type { NextFilm } from '#components/player/EndScreen.tsx'
import { momentAsked } from '#components/player/momentLink.ts'
import { Theatre } from '#components/player/Theatre.tsx'
import { THEATRE_COOKIE } from '#components/player/theatreCookie.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { nextUp } from '#lib/collections/nextUp.ts'
import { type Around, readAround } from '#lib/collections/readAround.ts'
import { hostFacts } from '#lib/videos/hosts.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import { precisionWords } from '#lib/videos/precisionWords.ts'
import { type FilmProps, readFilm } from './readWatchPage.ts'
import { Film } from './WatchPlayer.tsx'

/** Each view begins a playback of its own. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(props: FilmProps): Promise<Metadata> {
  const { video } = await readFilm(props)
  return { title: video.title }
}

export default async function VideoPage(props: FilmProps) {
  const { member, video, lock, f, courseId } = await readFilm(props)
  const startsWide = (await cookies()).has(THEATRE_COOKIE)
  const around = readAround(member, video.id, courseId, Date.now())
  return (
    <Page width="watch">
      <Theatre startsWide={startsWide}>
        <div className="watch-film">
          <Film
            memberId={member.id}
            video={video}
            lock={lock}
            startFrame={momentAsked(f, video.frames)}
            next={async () => nextFilm(await around, video.id)}
          >
            <div className="flex flex-col gap-2">
              <PageTitle title={video.title} />
              <p className="text-xs text-mute">
                {hostFacts[video.host].name} · frames counted: {precisionWords(video)}
              </p>
            </div>
            {video.description ? (
              <p className="max-w-reading whitespace-pre-line wrap-anywhere text-mute">
                {video.description}
              </p>
            ) : null}
          </Film>
        </div>
        <Beside around={around} videoId={video.id} />
      </Theatre>
    </Page>
  )
}

type BesideProps = { around: Promise<Around>; videoId: string }

/** Read while the film is. */
async function Beside({ around, videoId }: BesideProps) {
  const { course, films } = await around
  if (!course && films.length < 2) return null
  return <UpNext course={course} films={films} currentId={videoId} />
}

/** One that is locked, too: it opens when this one is finished, which is when it is offered. */
function nextFilm({ course, films }: Around, videoId: string): NextFilm | null {
  const next = nextUp(films, videoId)
  if (!next) return null
  const { id, title } = next.video
  return { id, title, poster: posterUrl(next.video), href: filmHref(id, course?.id) }
}
