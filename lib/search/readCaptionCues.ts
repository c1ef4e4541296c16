import { findStoredFile } from '#lib/media/findStoredFile.ts'
import { type Cue, readCues } from '#lib/transcoding/webVtt.ts'

/** Larger files are not read: they are no captions. */
const MAX_CAPTIONS_BYTES = 4_000_000

/**
 * Reads the cues of a captions file, from the media folder or the bucket.
 * @param path as `Caption.path`
 * @returns an empty list when the file is missing or has no captions
 */
export async function readCaptionCues(path: string): Promise<Cue[]> {
  const file = await findStoredFile(path.split('/'))
  if (!file || file.size === 0 || file.size > MAX_CAPTIONS_BYTES) return []
  const bytes = await (await file.open(0, file.size - 1)).toArray()
  const read = readCues(Buffer.concat(bytes))
  return read.ok ? read.cues : []
}
