import { middleOf } from '#lib/videos/frameTime.ts'
import type { HostPlayer, MediaProps } from './host.ts'
import { describeNative } from './measureRate.ts'
import { adaptNative } from './nativeAdapter.ts'
import { Tracks } from './Tracks.tsx'

/** Own files: the browser's own `<video>`. The start stands in the address, so no script is needed. */
function FileMedia({ ref, src, poster, title, controls, startFrame, fps, tracks }: MediaProps) {
  const start = startFrame > 0 ? `#t=${middleOf(startFrame, fps).toFixed(4)}` : ''
  return (
    // biome-ignore lint/a11y/useMediaCaption: captions come with the video, where it has them
    <video
      ref={ref}
      slot="media"
      data-media=""
      src={`${src}${start}`}
      // Someone who goes on sees the picture they left.
      poster={(startFrame === 0 && poster) || undefined}
      aria-label={title}
      controls={controls}
      preload="metadata"
      playsInline
      className="size-full object-contain"
    >
      <Tracks tracks={tracks} />
    </video>
  )
}

export const file: HostPlayer = { Media: FileMedia, adapt: adaptNative, describe: describeNative }
