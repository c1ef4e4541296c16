import type { VideoLinks } from '#lib/media/videoLinks.ts'
import type { TextTrack } from './hosts/shared/Tracks.tsx'

/** The captions of a video, and the thumbnails of its scrubber. */
export function tracksOf({ captions, storyboard }: VideoLinks): TextTrack[] {
  const tracks = captions.map((caption) => ({ kind: 'captions' as const, ...caption }))
  if (!storyboard) return tracks
  return [...tracks, { kind: 'metadata', src: storyboard, label: 'thumbnails' }]
}
