import {
  addCollection,
  appendVideo,
  changeCollection,
  listCollections,
} from '#lib/collections/collections.ts'
import type { Video } from '#lib/videos/video.ts'

const title = 'Two videos to begin with'
const description = 'Watch both, to the end, and there is a certificate.'

/** A course of the demo videos, the newest last; once, however often it is asked for. */
export async function addCourse(videos: readonly Video[]): Promise<void> {
  const known = (await listCollections()).find((each) => each.title === title)
  const id = known?.id ?? (await addCollection(title, new Date()))
  if (!id) throw new Error('There are as many collections as there may be')
  for (const { id: videoId } of videos) await appendVideo(id, videoId)
  await changeCollection(id, { title, description, visibility: 'members', sequential: false })
}
