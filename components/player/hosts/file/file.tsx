import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { describeNative } from '#components/player/hosts/shared/measureRate.ts'
import { adaptNative } from '#components/player/hosts/shared/nativeAdapter.ts'
import { Tracks } from '#components/player/hosts/shared/Tracks.tsx'
import { middleOf } from '#lib/videos/frameTime.ts'

/** Own files: a plain `<video>`. The start is part of the address, so it works without script. */
function FileMedia({ ref, src, poster, title, controls, startFrame, fps, tracks }: MediaProps) {
  const start = startFrame > 0 ? `#t=${middleOf(startFrame, fps).toFixed(4)}` : ''
  return (
    // biome-ignore lint/a11y/useMediaCaption: captions come with the video, where it has them
    <video
      ref={ref}
      slot="media"
      data-media=""
      src={`${src}${start}`}
      // A resumed video shows the frame it resumes at, not its poster.
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
