import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { VideoCard } from './VideoCard.tsx'

type Props = { videos: readonly Video[]; shelf: ReadonlyMap<string, ShelfEntry> }

/** Films as cards, in the order they are given. */
export function CardGrid({ videos, shelf }: Props) {
  return (
    <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {videos.map((video) => (
        <li key={video.id}>
          <VideoCard video={video} entry={shelf.get(video.id)} />
        </li>
      ))}
    </ul>
  )
}
