import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import { countUnfinished } from '#lib/transcoding/jobs.ts'
import { missingTools } from '#lib/transcoding/missingTools.ts'
import {
  MAX_TITLE_CHARS,
  MAX_UNFINISHED_UPLOADS,
  MAX_UPLOAD_BYTES,
  titleOfFile,
} from './protocol.ts'
import { uploadFolder } from './uploadFile.ts'

/** The title defaults to the file's name. */
const schema = z
  .object({
    size: z.number().int().min(1).max(MAX_UPLOAD_BYTES),
    metadata: z.object({
      filename: z.string().trim().min(1).max(255),
      title: z.string().trim().max(MAX_TITLE_CHARS).nullish(),
      replaces: z.uuid().nullish(),
    }),
  })
  .transform(({ size, metadata: { filename, title, replaces } }) => ({
    size,
    fileName: filename,
    replaces: replaces ?? null,
    title: title || titleOfFile(filename) || filename,
  }))

type Answer =
  | { ok: true; upload: z.output<typeof schema> }
  | { ok: false; status: number; reason: string }

/** Checks whether this owner may start this upload now. @param input `{ size, metadata }` of the tus client */
export async function checkNewUpload(input: unknown, ownerId: string): Promise<Answer> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) return { ok: false, status: 400, reason: 'malformed' }
  if (missingTools()) return { ok: false, status: 503, reason: 'ffmpeg-missing' }
  if ((await countUnfinished(ownerId)) >= MAX_UNFINISHED_UPLOADS)
    return { ok: false, status: 429, reason: 'too-many-uploads' }
  if (!(await hasDiskSpace(parsed.data.size)))
    return { ok: false, status: 507, reason: 'disk-full' }
  return { ok: true, upload: parsed.data }
}

/** The upload and the transcoded video, which is usually smaller, are on the disk at the same time. */
async function hasDiskSpace(size: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(/* turbopackIgnore: true */ uploadFolder())
  return bavail * bsize > 2 * size
}
