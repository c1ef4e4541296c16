import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { env } from '#lib/env.ts'

/** Content types by file extension; files of other extensions are not served. */
export const mediaTypes: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.m4s': 'video/iso.segment',
  '.ts': 'video/mp2t',
  '.vtt': 'text/vtt; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

export type MediaFile = {
  type: string
  size: number
  changedAt: Date
  /** Reads the bytes `first` to `last`, both inclusive. */
  open(first: number, last: number): Promise<Readable> | Readable
}

/** The folder of the site's own media: `DATA_DIR/media`. */
export function mediaFolder(): string {
  return join(env().DATA_DIR, 'media')
}

/**
 * Finds a file in the media folder. Symbolic links are followed, but not out of the folder.
 * @param parts the path below the folder, one decoded name each
 * @returns null for anything that is not a file of a known type in the folder
 */
export async function findInMediaFolder(
  parts: readonly string[],
  folder = mediaFolder(),
): Promise<MediaFile | null> {
  const type = mediaTypes[extname(parts.at(-1) ?? '').toLowerCase()]
  if (!type || !parts.every(isPlainName)) return null
  try {
    const root = await realpath(/* turbopackIgnore: true */ folder)
    const path = await realpath(/* turbopackIgnore: true */ join(root, ...parts))
    if (!path.startsWith(root + sep)) return null
    const facts = await stat(path)
    if (!facts.isFile()) return null
    const open = (start: number, end: number) =>
      createReadStream(path, { start, end, highWaterMark: 256 * 1024 })
    return { type, size: facts.size, changedAt: facts.mtime, open }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name)
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return ['ENOENT', 'ENOTDIR', 'EACCES', 'ENAMETOOLONG', 'ELOOP'].includes(code ?? '')
}
