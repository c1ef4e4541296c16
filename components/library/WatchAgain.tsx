import Link from 'next/link'
import { frameLink } from '#components/player/frameLink.ts'
import type { Video } from '#lib/videos/video.ts'

/** From the first frame, wherever it waits; above the link that a whole card is. */
export function WatchAgain({ video }: { video: Video }) {
  return (
    <Link
      prefetch={false}
      href={frameLink(video.id, 0)}
      aria-label={`Watch again: ${video.title}`}
      className="link relative z-10 text-sm"
    >
      Watch again
    </Link>
  )
}
