import { BrandMark } from '#components/ui/Brand.tsx'
import { formatDate } from '#lib/format/dates.ts'
import { formatDuration, pluralize } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import { secondsAt, type Video } from '#lib/videos/video.ts'

type Props = {
  name: string
  course: string
  day: Date
  items: Video[]
  /** The URL of the page that verifies it. */
  verifyUrl: string
}

/** The printed certificate. It fits one sheet of A4 or Letter for most courses. */
export function CertificateSheet({ name, course, day, items, verifyUrl }: Props) {
  const seconds = items.reduce((sum, { frames, fps }) => sum + secondsAt(frames, fps), 0)
  return (
    <article className="flex flex-col gap-8 rounded-picture border border-line bg-raise px-6 py-10 sm:px-12 sm:py-14 print:border-2 print:px-10">
      <BrandMark />
      <div className="flex flex-col gap-3">
        <h1 className="text-sm text-mute">Certificate</h1>
        <p className="display text-4xl wrap-anywhere sm:text-5xl">{name}</p>
        <p className="text-mute">has finished the course</p>
        <p className="display text-2xl wrap-anywhere sm:text-3xl">{course}</p>
        <p>
          on <time dateTime={day.toISOString().slice(0, 10)}>{formatDate(day)}</time>,{' '}
          {pluralize(items.length, 'video')}, {formatDuration(seconds)}
        </p>
      </div>
      <ol className="gap-x-10 border-t border-line pt-4 text-sm sm:columns-2 print:columns-2">
        {items.map((video) => (
          <li key={video.id} className="flex break-inside-avoid justify-between gap-4 py-1">
            <span className="wrap-anywhere">{video.title}</span>
            <span className="figures text-xs leading-5 text-mute">
              {formatFrameTime(video.frames, video.fps)}
            </span>
          </li>
        ))}
      </ol>
      <p className="border-t border-line pt-4 text-xs text-mute">
        At least 90 % of the frames of each video were played. Verify this certificate at{' '}
        <a href={verifyUrl} className="figures break-all">
          {verifyUrl}
        </a>
      </p>
    </article>
  )
}
