import Link from 'next/link'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import type { Collection } from '#lib/collections/collection.ts'
import { partAround } from '#lib/collections/nextUp.ts'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { FilmLength } from './FilmLength.tsx'
import { FilmPicture } from './FilmPicture.tsx'
import { seenShare } from './seenShare.ts'

type Course = Pick<Collection, 'id' | 'title'>

type Props = {
  /** Whose order it is; null: the library's. */
  course: Course | null
  videos: Video[]
  currentId: string
  shelf: ReadonlyMap<string, ShelfEntry>
}

/** A library may have hundreds. */
const MOST = 12

/** A film's page, still in its course. */
export function filmHref(videoId: string, course: Course | null): string {
  return course ? `/videos/${videoId}?in=${course.id}` : `/videos/${videoId}`
}

/** The films before and after the one that is open, beside it. */
export function UpNext({ course, videos, currentId, shelf }: Props) {
  const { from, part } = partAround(videos, currentId, MOST)
  const isPart = part.length < videos.length
  return (
    <aside aria-labelledby="up-next">
      <div className="flex flex-col gap-2 border-b border-line pb-3">
        <h2 id="up-next" className="text-sm font-medium">
          {course ? (
            <Link prefetch={false} href={`/collections/${course.id}`}>
              {course.title}
            </Link>
          ) : (
            'In the library'
          )}
        </h2>
        {course ? <Progress videos={videos} shelf={shelf} /> : null}
      </div>
      <ol start={from + 1}>
        {part.map((video, index) => (
          <li key={video.id} className="border-b border-line">
            <UpNextRow
              video={video}
              number={course ? from + index + 1 : null}
              href={video.id === currentId ? null : filmHref(video.id, course)}
              entry={shelf.get(video.id)}
            />
          </li>
        ))}
      </ol>
      {isPart ? (
        <p className="pt-3 text-sm">
          <Link
            prefetch={false}
            href={course ? `/collections/${course.id}` : '/videos'}
            className="underline underline-offset-4"
          >
            All {videos.length} films
          </Link>
        </p>
      ) : null}
    </aside>
  )
}

type ProgressProps = Pick<Props, 'videos' | 'shelf'>

function Progress({ videos, shelf }: ProgressProps) {
  const seen = videos.filter(({ id }) => shelf.get(id)?.completedAt).length
  const words = `${seen} of ${videos.length} seen`
  return (
    <>
      <p className="figures text-xs text-mute">{words}</p>
      <ProgressBar share={videos.length > 0 ? seen / videos.length : 0} label={words} />
    </>
  )
}

type RowProps = {
  video: Video
  /** Its place in a course. */
  number: number | null
  /** Null for the film that is open. */
  href: string | null
  entry: ShelfEntry | undefined
}

function UpNextRow({ video, number, href, entry }: RowProps) {
  const share = seenShare(entry, video.frames)
  return (
    <div className="relative flex items-center gap-3.5 py-2.5">
      {number === null ? null : (
        <span aria-hidden="true" className="figures w-6 shrink-0 text-right text-xs text-mute">
          {number}
        </span>
      )}
      <FilmPicture video={video} share={share} className="w-26 shrink-0 rounded-control" />
      <div className="min-w-0">
        <p className={`text-sm ${href === null ? 'font-semibold' : ''}`}>
          {href === null ? (
            <span aria-current="page">{video.title}</span>
          ) : (
            <Link prefetch={false} href={href} className="after:absolute after:inset-0">
              {video.title}
            </Link>
          )}
        </p>
        <FilmLength video={video} entry={entry} />
      </div>
    </div>
  )
}
