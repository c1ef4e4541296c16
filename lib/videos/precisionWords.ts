import { hostFacts } from './hosts.ts'
import type { Video } from './video.ts'

/** How far a count of this video's frames can be believed, in the fewest words. */
export function precisionWords({ host, precision }: Pick<Video, 'host' | 'precision'>): string {
  const { endError } = hostFacts[host]
  if (precision === 'exact') return 'exact'
  return endError > 0 ? `estimated, ± ${endError} frames` : 'estimated'
}
