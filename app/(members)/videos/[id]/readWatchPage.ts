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

/** Reads the member, the video and the query; redirects or 404s if the member may not see it. */
export async function readWatchPage({ params, searchParams }: WatchPageProps) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const f = oneOf(query.f)
  const courseId = oneOf(query.in)
  const search = new URLSearchParams({ ...(f && { f }), ...(courseId && { in: courseId }) })
  const { member, video, lock } = await openForMember(id, search.size > 0 ? `?${search}` : '')
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
