import type { HostPlayer, MediaProps } from '#components/player/hosts/host.ts'
import { originOf } from '#components/player/hosts/shared/hlsOrigin.ts'
import { describeNative } from '#components/player/hosts/shared/measureRate.ts'
import { adaptNative } from '#components/player/hosts/shared/nativeAdapter.ts'
import { StreamedVideo } from '#components/player/hosts/shared/StreamedVideo.tsx'

const load = async () => (await import('./attachHls.ts')).attachHls

/** Our own HLS, streamed by hls.js. */
function HlsMedia(props: MediaProps) {
  return <StreamedVideo {...props} load={load} />
}

export const hls: HostPlayer = {
  Media: HlsMedia,
  adapt: (video, fps) => adaptNative(video, fps, () => originOf(video)),
  describe: describeNative,
}
