import { namesOf } from '#lib/members/listMembers.ts'
import { readViewersPage, type ViewersQuery } from '#lib/watch/analytics/viewersPage.ts'

/** A page of viewers with their names; `name` is null for a former member. */
export async function readNamedViewers(videoId: string, query: ViewersQuery) {
  const { viewers, ...page } = await readViewersPage(videoId, query)
  const names = await namesOf(viewers.map(({ viewerId }) => viewerId))
  const named = viewers.map((viewer) => ({ ...viewer, name: names.get(viewer.viewerId) ?? null }))
  return { ...page, viewers: named }
}
