import { namesOf } from '#lib/members/listMembers.ts'
import { listViewers } from '#lib/watch/viewers.ts'

const MOST = 50

/** Those who watched, with their names; who is no longer a member has none. */
export async function readNamedViewers(videoId: string) {
  const viewers = await listViewers(videoId, { limit: MOST })
  const names = await namesOf(viewers.map(({ viewerId }) => viewerId))
  return viewers.map((viewer) => ({ ...viewer, name: names.get(viewer.viewerId) ?? null }))
}
