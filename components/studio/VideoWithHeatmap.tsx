import { HeatmapScrubber } from '#components/charts/HeatmapScrubber.tsx'
import { VideoAtFrame } from '#components/charts/VideoAtFrame.tsx'
import { Poster } from '#components/ui/Poster.tsx'
import { fileUrl, posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  /** `encodeRunLengths` of the plays. */
  runLengths: number[]
}

/** The video at the cursor's frame, or its poster when the file is on another host; a heatmap below. */
export function VideoWithHeatmap({ video, runLengths }: Props) {
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
      <HeatmapScrubber runLengths={runLengths} />
      {src ? null : (
        <p className="mt-2 text-sm text-mute">
          This video is hosted elsewhere, so single frames cannot be previewed here.
        </p>
      )}
    </div>
  )
}
