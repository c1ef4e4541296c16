import { FilmStrip } from '#components/charts/HeatScrubber.tsx'
import { FilmAtFrame } from '#components/charts/VideoAtFrame.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { fileUrl, posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  /** Run lengths of what was played, for the strip beneath. */
  lengths: number[]
}

/** The film at the cursor's frame where we have the film, else its poster; its heat beneath. */
export function FilmPicture({ video, lengths }: Props) {
  const src = fileUrl(video)
  const poster = posterUrl(video)
  return (
    <div>
      {src ? (
        <FilmAtFrame
          src={src}
          poster={poster}
          frames={video.frames}
          fps={video.fps}
          t0={video.sources?.t0 ?? 0}
        />
      ) : (
        <div className="overflow-hidden rounded-picture">
          <Poster src={poster} seed={video.id} />
        </div>
      )}
      <FilmStrip lengths={lengths} />
      {src ? null : (
        <p className="mt-2 text-sm text-mute">
          This film is not a file of ours, so its pictures cannot be shown frame by frame.
        </p>
      )}
    </div>
  )
}
