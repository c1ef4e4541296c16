import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'

/** Where uploads lie until a video has been made of them. */
export function uploadFolder(): string {
  return join(env().DATA_DIR, 'uploads')
}

export function uploadPath(id: string): string {
  return join(uploadFolder(), id)
}

/** What of a file has come, or null when there is none. */
export async function statUpload(id: string): Promise<{ size: number; changedAt: Date } | null> {
  try {
    const { size, mtime } = await stat(/* turbopackIgnore: true */ uploadPath(id))
    return { size, changedAt: mtime }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Removes a file and what is noted beside it. May be repeated. */
export async function deleteUpload(id: string): Promise<void> {
  await rm(/* turbopackIgnore: true */ uploadPath(id), { force: true })
  await rm(/* turbopackIgnore: true */ `${uploadPath(id)}.json`, { force: true })
}

/** The ids of all files there are. */
export async function listUploads(): Promise<string[]> {
  const names = await readdir(/* turbopackIgnore: true */ uploadFolder()).catch(() => [])
  return names.filter((name) => !name.endsWith('.json'))
}
