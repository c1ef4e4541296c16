import {
  addCollection,
  appendVideo,
  changeCollection,
  listCollections,
} from '#lib/collections/collections.ts'
import type { Video } from '#lib/videos/video.ts'

const title = 'Two videos to begin with'
const description = 'Watch both, to the end, and there is a certificate.'

/** Adds a course of the demo videos, unless it exists. */
export async function addDemoCourse(videos: readonly Video[]): Promise<void> {
  const existing = (await listCollections()).find((each) => each.title === title)
  const id = existing?.id ?? (await addCollection(title, new Date()))
  if (!id) throw new Error('The limit of collections is reached')
  for (const { id: videoId } of videos) await appendVideo(id, videoId)
  await changeCollection(id, { title, description, visibility: 'members', sequential: false })
}
