import { FilmAtFrame } from '#components/charts/FilmAtFrame.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { fileUrl, posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

/** The film at the cursor's frame where we have the film, else its poster. */
export function FilmPicture({ video }: { video: Video }) {
  const src = fileUrl(video)
  const poster = posterUrl(video)
  if (src) return <FilmAtFrame src={src} poster={poster} frames={video.frames} fps={video.fps} />
  return (
    <div className="overflow-hidden rounded-picture">
      <Poster src={poster} seed={video.id} />
    </div>
  )
}
