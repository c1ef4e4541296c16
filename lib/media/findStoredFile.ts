import { findInBucket } from './bucket.ts'
import { findInMediaFolder, type MediaFile } from './mediaFile.ts'

/**
 * A file of ours, wherever it lies: in the media folder or in the bucket.
 * @param parts the path below either, one decoded name each
 * @returns null for everything that is neither
 */
export async function findStoredFile(parts: readonly string[]): Promise<MediaFile | null> {
  return (await findInMediaFolder(parts)) ?? (await findInBucket(parts))
}
