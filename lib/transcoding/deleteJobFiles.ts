import { deleteUpload } from '#lib/uploads/uploadFile.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { deleteVideoFiles } from './videoFiles.ts'

/** Deletes all files of a failed or cancelled job; its row stays. Idempotent. */
export async function deleteJobFiles(id: string): Promise<void> {
  await deleteUpload(id)
  // `removeVideo` deletes the files too, but only of a video that was in the library.
  const removed = await removeVideo(id)
  if (!removed.ok) await deleteVideoFiles(id)
}
