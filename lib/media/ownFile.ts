import { findInBucket } from './bucket.ts'
import { findMediaFile, type MediaFile } from './mediaFile.ts'

/**
 * A file of ours, wherever it lies: in the media folder or in the bucket.
 * @param parts the path below either, one decoded name each
 * @returns null for everything that is neither
 */
export async function findOwnFile(parts: readonly string[]): Promise<MediaFile | null> {
  return (await findMediaFile(parts)) ?? (await findInBucket(parts))
}
