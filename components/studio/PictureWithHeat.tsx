import { HeatScrubber } from '#components/charts/HeatScrubber.tsx'
import { VideoAtFrame } from '#components/charts/VideoAtFrame.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { fileUrl, posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  /** Run lengths of what was played, for the strip beneath. */
  lengths: number[]
}

/** The video at the cursor's frame where we have the video, else its poster; its heat beneath. */
export function PictureWithHeat({ video, lengths }: Props) {
  const src = fileUrl(video)
  const poster = posterUrl(video)
  return (
    <div>
      {src ? (
        <VideoAtFrame
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
      <HeatScrubber lengths={lengths} />
      {src ? null : (
        <p className="mt-2 text-sm text-mute">
          This video is not a file of ours, so its pictures cannot be shown frame by frame.
        </p>
      )}
    </div>
  )
}
