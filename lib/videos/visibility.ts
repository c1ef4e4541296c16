import type { Video } from './video.ts'

/*
 * Who may watch a video: a draft only owners, `members` every member, `public` guests too. Locked
 * videos of a course: lib/collections/courseLock.ts.
 */

type Shown = Pick<Video, 'status' | 'visibility' | 'archivedAt'>

/** Whether members may watch it: ready, not a draft, not archived. Browser-safe. */
export function isForMembers({ status, visibility, archivedAt }: Shown): boolean {
  return status === 'ready' && visibility !== 'draft' && archivedAt === null
}

/** Whether guests may watch it. */
export function isPublic(video: Shown): boolean {
  return isForMembers(video) && video.visibility === 'public'
}
