import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { requireMember } from '#lib/auth/currentMember.ts'
import { findCourseLock } from '#lib/collections/courseLock.ts'
import { getVideo } from '#lib/videos/library.ts'
import { isForMembers } from '#lib/videos/visibility.ts'

export type WatchPageProps = {
  params: Promise<{ id: string }>
  /** `f`: the frame to start at. `in`: the collection the video is watched in. */
  searchParams: Promise<{ f?: string | string[]; in?: string | string[] }>
}

/** The member who asks, the video they may see, and how; anything else is another page. */
export async function readWatchPage({ params, searchParams }: WatchPageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const f = oneOf(asked.f)
  const courseId = oneOf(asked.in)
  const kept = new URLSearchParams({ ...(f && { f }), ...(courseId && { in: courseId }) })
  const { member, video, lock } = await openForMember(id, kept.size > 0 ? `?${kept}` : '')
  return { member, video, lock, f, courseId }
}

const openForMember = cache(async (id: string, search: string) => {
  const member = await requireMember(`/videos/${id}${search}`)
  const video = await getVideo(id)
  if (!video) notFound()
  if (video.visibility === 'draft' && member.role !== 'owner') notFound()
  if (video.replacedBy) redirect(`/videos/${video.replacedBy}`)
  const lock = isForMembers(video) ? await findCourseLock(member, id, Date.now()) : null
  return { member, video, lock }
})

const oneOf = (value: string | string[] | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined
