import Link from 'next/link'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { FilmLength } from './FilmLength.tsx'
import { FilmPicture } from './FilmPicture.tsx'
import { seenShare } from './seenShare.ts'

type Props = { videos: Video[]; currentId: string; shelf: Map<string, ShelfEntry> }

/** The other films, beside the one that is open. */
export function UpNext({ videos, currentId, shelf }: Props) {
  return (
    <aside aria-labelledby="up-next">
      <h2 id="up-next" className="border-b border-line pb-3 text-sm font-medium">
        In the library
      </h2>
      <ul>
        {videos.map((video) => (
          <li key={video.id} className="border-b border-line">
            <UpNextRow
              video={video}
              isCurrent={video.id === currentId}
              entry={shelf.get(video.id)}
            />
          </li>
        ))}
      </ul>
    </aside>
  )
}

type RowProps = { video: Video; isCurrent: boolean; entry: ShelfEntry | undefined }

function UpNextRow({ video, isCurrent, entry }: RowProps) {
  const share = seenShare(entry, video.frames)
  return (
    <div className="relative flex items-center gap-3.5 py-2.5">
      <FilmPicture video={video} share={share} className="w-26 shrink-0 rounded-control" />
      <div className="min-w-0">
        <p className={`text-sm ${isCurrent ? 'font-semibold' : ''}`}>
          {isCurrent ? (
            <span aria-current="page">{video.title}</span>
          ) : (
            <Link
              prefetch={false}
              href={`/videos/${video.id}`}
              className="after:absolute after:inset-0"
            >
              {video.title}
            </Link>
          )}
        </p>
        <FilmLength video={video} entry={entry} />
      </div>
    </div>
  )
}
