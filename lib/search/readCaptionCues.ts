import { findOwnFile } from '#lib/media/ownFile.ts'
import { type Cue, readCues } from '#lib/transcoding/webVtt.ts'

/** No video has captions of more; what is longer is not read. */
const MOST_BYTES = 4_000_000

/**
 * The cues of captions, wherever they lie: in the media folder or in the bucket.
 * @param path as `Caption.path`
 * @returns none where there is no such file, and where it holds no captions
 */
export async function readCaptionCues(path: string): Promise<Cue[]> {
  const file = await findOwnFile(path.split('/'))
  if (!file || file.size === 0 || file.size > MOST_BYTES) return []
  const bytes = await (await file.open(0, file.size - 1)).toArray()
  const read = readCues(Buffer.concat(bytes))
  return read.ok ? read.cues : []
}
