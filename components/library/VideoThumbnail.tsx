import { Poster } from '#components/ui/Poster.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { formatPercent } from '#lib/format/numbers.ts'
import { posterUrl } from '#lib/videos/mediaUrl.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  video: Video
  share: number
  /** Spoken, where the share is not of the video. */
  label?: string
  className: string
  posterClass?: string
}

/** A video's picture, with how much of it was seen along its lower edge. */
export function VideoThumbnail({ video, share, label, className, posterClass }: Props) {
  return (
    <div className={`relative overflow-hidden ${className}`}>
      <Poster src={posterUrl(video)} seed={video.id} className={posterClass} />
      {share > 0 ? (
        <ProgressBar
          share={share}
          label={label ?? `${formatPercent(share)} of ${video.title} seen`}
          className="absolute inset-x-0 bottom-0"
        />
      ) : null}
    </div>
  )
}
