import { hostFacts } from './hosts/hostFacts.ts'
import type { Video } from './video.ts'

/** How exactly a video's frames are counted, in a few words. */
export function precisionLabel({ host, precision }: Pick<Video, 'host' | 'precision'>): string {
  const { endErrorFrames } = hostFacts[host]
  if (precision === 'exact') return 'exact'
  return endErrorFrames > 0 ? `estimated, ± ${endErrorFrames} frames` : 'estimated'
}
