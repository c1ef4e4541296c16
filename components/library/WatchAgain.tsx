import Link from 'next/link'
import { frameLink } from '#components/player/frameLink.ts'
import type { Video } from '#lib/videos/video.ts'

/** Starts the video at its first frame instead of the resume point. It lies above the card's own link. */
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
