import type { HostFacts } from '#lib/videos/hosts/host.ts'
import { ownFileFacts } from '#lib/videos/hosts/ownPath.ts'

/** Own HLS: `hostId` is the path of the playlist, its segments are beside or below it. */
export const hls: HostFacts = {
  ...ownFileFacts(/\.m3u8$/i),
  name: 'Own HLS',
  ownFiles: 'folder',
}
