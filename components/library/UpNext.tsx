import Link from 'next/link'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import type { CourseItem } from '#lib/collections/course.ts'
import { sliceAround } from '#lib/collections/nextInOrder.ts'
import type { UpNextVideos } from '#lib/collections/readUpNext.ts'
import { LengthAndProgress } from './LengthAndProgress.tsx'
import { VideoThumbnail } from './VideoThumbnail.tsx'
import { videoHref } from './videoHref.ts'
import { watchedShare } from './watchedShare.ts'

type Props = UpNextVideos & { currentId: string }

const MAX_SHOWN = 12

/** The list that the open video is part of: a few videos before it and the next ones. */
export function UpNext({ course, items, currentId }: Props) {
  const { from, part } = sliceAround(items, currentId, MAX_SHOWN)
  const isPart = part.length < items.length
  return (
    <aside aria-labelledby="up-next">
      <div className="flex flex-col gap-2 border-b border-line pb-3">
        <h2 id="up-next" className="text-sm font-medium wrap-anywhere">
          {course ? (
            <Link prefetch={false} href={`/collections/${course.id}`}>
              {course.title}
            </Link>
          ) : (
            'Up next'
          )}
        </h2>
        {course ? <Progress items={items} /> : null}
      </div>
      <ol start={from + 1}>
        {part.map((item, index) => (
          <li key={item.video.id} className="border-b border-line">
            <UpNextRow
              item={item}
              number={course ? from + index + 1 : null}
              href={videoHref(item.video.id, course?.id)}
              isCurrent={item.video.id === currentId}
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
            Show all {items.length} videos
          </Link>
        </p>
      ) : null}
    </aside>
  )
}

function Progress({ items }: Pick<Props, 'items'>) {
  const finished = items.filter(({ isFinished }) => isFinished).length
  const text = `${finished} of ${items.length} finished`
  return (
    <>
      <p className="figures text-xs text-mute">{text}</p>
      <ProgressBar share={items.length > 0 ? finished / items.length : 0} label={text} />
    </>
  )
}

type RowProps = {
  item: CourseItem
  /** Its number in a course; null in the library. */
  number: number | null
  href: string
  isCurrent: boolean
}

function UpNextRow({ item, number, href, isCurrent }: RowProps) {
  const { video, entry, isLocked } = item
  return (
    <div className="relative flex items-center gap-3.5 py-2.5">
      {number === null ? null : (
        <span aria-hidden="true" className="figures w-6 shrink-0 text-right text-xs text-mute">
          {number}
        </span>
      )}
      <VideoThumbnail
        video={video}
        share={watchedShare(entry, video.frames)}
        className="w-26 shrink-0 rounded-control"
        posterClass={isLocked ? 'opacity-50' : ''}
      />
      <div className="min-w-0 wrap-anywhere">
        <p className={`text-sm ${isCurrent ? 'font-semibold' : isLocked ? 'text-mute' : ''}`}>
          {isCurrent || isLocked ? (
            <span aria-current={isCurrent ? 'page' : undefined}>{video.title}</span>
          ) : (
            <Link prefetch={false} href={href} className="after:absolute after:inset-0">
              {video.title}
            </Link>
          )}
        </p>
        <LengthAndProgress {...item} />
      </div>
    </div>
  )
}
