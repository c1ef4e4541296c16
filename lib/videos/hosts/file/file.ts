import type { HostFacts } from '#lib/videos/hosts/host.ts'
import { ownFileFacts } from '#lib/videos/hosts/ownPath.ts'

/** Own files that browsers play themselves. */
export const file: HostFacts = {
  ...ownFileFacts(/\.(mp4|m4v|webm)$/i),
  name: 'Own file',
  ownFiles: 'one',
}
