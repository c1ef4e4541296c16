import type { VideoLinks } from '#lib/media/videoLinks.ts'
import type { TextTrack } from './hosts/shared/Tracks.tsx'

/** Captions, and the sheet of small pictures for the scrubber. */
export function tracksOf({ captions, storyboard }: VideoLinks): TextTrack[] {
  const spoken = captions.map((caption) => ({ kind: 'captions' as const, ...caption }))
  if (!storyboard) return spoken
  return [...spoken, { kind: 'metadata', src: storyboard, label: 'thumbnails' }]
}
