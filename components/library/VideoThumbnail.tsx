import { Poster } from '#components/ui/Poster.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { formatPercent } from '#lib/format/numbers.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  /** 0..1; no bar at 0. */
  share: number
  /** The label of the progress bar, if the share is not of this video. */
  label?: string
  className: string
  posterClass?: string
}

/** A video's poster, with a progress bar along its lower edge. */
export function VideoThumbnail({ video, share, label, className, posterClass }: Props) {
  return (
    <div className={`relative overflow-hidden ${className}`}>
      <Poster src={posterUrl(video)} seed={video.id} className={posterClass} />
      {share > 0 ? (
        <ProgressBar
          share={share}
          label={label ?? `${formatPercent(share)} of ${video.title} watched`}
          className="absolute inset-x-0 bottom-0"
        />
      ) : null}
    </div>
  )
}
