import type { Video } from './video.ts'

/*
 * Who may watch a video, in one place. A draft is owners' only; one for members is what every member
 * finds; a public one is for guests, too. What a course keeps closed: lib/collections/locks.ts.
 */

type Shown = Pick<Video, 'status' | 'visibility' | 'archivedAt'>

/** Whether members may watch it: it is no draft, not archived, and ready. Browser-safe. */
export function isForMembers({ status, visibility, archivedAt }: Shown): boolean {
  return status === 'ready' && visibility !== 'draft' && archivedAt === null
}

/** Whether guests may watch it, too. */
export function isPublic(video: Shown): boolean {
  return isForMembers(video) && video.visibility === 'public'
}
