import { findInBucket } from './bucket.ts'
import { findInMediaFolder, type MediaFile } from './mediaFile.ts'

/**
 * Finds a media file in the media folder, then in the bucket.
 * @param parts the path below either, one decoded name each
 * @returns null when neither has it
 */
export async function findStoredFile(parts: readonly string[]): Promise<MediaFile | null> {
  return (await findInMediaFolder(parts)) ?? (await findInBucket(parts))
}
