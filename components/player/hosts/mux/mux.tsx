import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { originOf } from '#components/player/hosts/shared/hlsOrigin.ts'
import { describeNative } from '#components/player/hosts/shared/measureRate.ts'
import { adaptNative } from '#components/player/hosts/shared/nativeAdapter.ts'
import { StreamedVideo } from '#components/player/hosts/shared/StreamedVideo.tsx'

const load = async () => (await import('./attachMux.ts')).attachMux

/** Mux's own element without its controls, around a plain `<video>` that is measured as a file is. */
function MuxMedia(props: MediaProps) {
  return (
    <mux-video slot="media" className="size-full">
      <StreamedVideo {...props} load={load} />
    </mux-video>
  )
}

export const mux: HostPlayer = {
  Media: MuxMedia,
  adapt: (video, fps) => adaptNative(video, fps, () => originOf(video)),
  describe: describeNative,
}
