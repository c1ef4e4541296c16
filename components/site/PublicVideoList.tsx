import Link from 'next/link'
import { Poster } from '#components/ui/Poster.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { publicPoster } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

/** The public videos. */
export function PublicVideoList({ videos }: { videos: Video[] }) {
  return (
    <section aria-labelledby="public-videos" className="flex flex-col gap-6">
      <h2 id="public-videos" className="display text-2xl">
        Free to watch
      </h2>
      <ul className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {videos.map((video) => (
          <li key={video.id} className="group relative flex flex-col gap-3">
            <div className="overflow-hidden rounded-picture">
              <Poster
                src={publicPoster(video)}
                seed={video.id}
                className="transition-opacity duration-200 group-hover:opacity-85"
              />
            </div>
            <div>
              <h3 className="font-medium wrap-anywhere">
                <Link
                  prefetch={false}
                  href={`/preview/${video.id}`}
                  className="after:absolute after:inset-0 after:rounded-picture"
                >
                  {video.title}
                </Link>
              </h3>
              <p className="figures mt-0.5 text-xs text-mute">
                {formatFrameTime(video.frames, video.fps)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
