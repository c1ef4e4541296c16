import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'

/** The folder of uploads until they are transcoded. */
export function uploadFolder(): string {
  return join(env().DATA_DIR, 'uploads')
}

export function uploadPath(id: string): string {
  return join(uploadFolder(), id)
}

/** @returns null when there is no file. */
export async function statUpload(id: string): Promise<{ size: number; changedAt: Date } | null> {
  try {
    const { size, mtime } = await stat(/* turbopackIgnore: true */ uploadPath(id))
    return { size, changedAt: mtime }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Deletes an upload and the tus metadata beside it. Idempotent. */
export async function deleteUpload(id: string): Promise<void> {
  await rm(/* turbopackIgnore: true */ uploadPath(id), { force: true })
  await rm(/* turbopackIgnore: true */ `${uploadPath(id)}.json`, { force: true })
}

/** The ids of all uploads on disk. */
export async function listUploads(): Promise<string[]> {
  const names = await readdir(/* turbopackIgnore: true */ uploadFolder()).catch(() => [])
  return names.filter((name) => !name.endsWith('.json'))
}
