import Link from 'next/link'
import { frameLink } from '#components/player/frameLink.ts'
import { pluralize } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { MatchedFrame, SearchResult } from '#lib/search/searchResults.ts'
import type { Video } from '#lib/videos/video.ts'
import { Highlighted } from './Highlighted.tsx'
import { VideoThumbnail } from './VideoThumbnail.tsx'

/** A search result: the video, and links to the frames that matched. */
export function SearchResultItem({ video, title, description, lock, frames, more }: SearchResult) {
  return (
    <article className="flex gap-4 py-5 max-sm:flex-col sm:gap-6">
      <VideoThumbnail
        video={video}
        share={0}
        className="w-44 shrink-0 self-start rounded-control"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h2 className="font-medium wrap-break-word">
          <Link
            prefetch={false}
            href={`/videos/${video.id}`}
            className="hover:text-accent-text hover:underline"
          >
            <Highlighted parts={title} />
          </Link>{' '}
          <span className="figures text-xs font-normal text-mute">
            {formatFrameTime(video.frames, video.fps)}
          </span>
        </h2>
        {description.length > 0 ? (
          <p className="text-sm wrap-break-word text-mute">
            <Highlighted parts={description} />
          </p>
        ) : null}
        {lock ? (
          <p className="text-sm text-mute">
            Unlocks when you finish “{lock.first.title}” in “{lock.collection.title}”
          </p>
        ) : null}
        {frames.length > 0 ? (
          <ul className="flex flex-col gap-1.5">
            {frames.map((match) => (
              <li key={`${match.frame} ${match.captions}`}>
                <MatchedFrameLink video={video} match={match} />
              </li>
            ))}
          </ul>
        ) : null}
        {more > 0 ? (
          <p className="text-sm text-mute">
            and {pluralize(more, 'more match', 'more matches')} in this video
          </p>
        ) : null}
      </div>
    </article>
  )
}

function MatchedFrameLink({ video, match }: { video: Video; match: MatchedFrame }) {
  const { frame, parts, captions } = match
  return (
    <Link prefetch={false} href={frameLink(video.id, frame)} className="group flex gap-3 text-sm">
      <span className="figures w-14 shrink-0 pt-px text-xs leading-5 text-accent-text group-hover:underline">
        {formatFrameTime(frame, video.fps)}
      </span>
      <span className="min-w-0 wrap-break-word">
        <span className="text-mute">{captions === null ? 'Chapter: ' : `${captions}: `}</span>
        <Highlighted parts={parts} />
      </span>
    </Link>
  )
}
