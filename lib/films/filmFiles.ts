import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'

/** The folder of a film made here, below `DATA_DIR/media`. */
export function filmFolder(videoId: string): string {
  return `films/${videoId}`
}

/** Where a film grows before it is whole; on the same disk, so that it can be moved in one go. */
export function workFolder(): string {
  return join(env().DATA_DIR, 'films-in-work')
}

/** Removes a film that was made, or half made. May be repeated. */
export async function dropFilm(videoId: string): Promise<void> {
  for (const folder of [join(workFolder(), videoId), join(mediaFolder(), filmFolder(videoId))])
    await rm(/* turbopackIgnore: true */ folder, { recursive: true, force: true })
}
