import { dropUpload } from '#lib/uploads/uploadFile.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { deleteVideoFiles } from './videoFiles.ts'

/** Removes everything of a job that came to nothing, but not what is noted of it. May be repeated. */
export async function deleteJobFiles(id: string): Promise<void> {
  await dropUpload(id)
  // Of a video that never was in the library nothing else is removed.
  const removed = await removeVideo(id)
  if (!removed.ok) await deleteVideoFiles(id)
}
