import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireMember } from '#lib/auth/currentMember.ts'
import { getVideo, whyNotForMembers } from '#lib/videos/library.ts'

/** The member who asks, and the film they may see; anything else is another page. */
export const readFilm = cache(async (id: string) => {
  const member = await requireMember(`/videos/${id}`)
  const video = await getVideo(id)
  if (!video) notFound()
  const why = whyNotForMembers(video)
  if ((why === 'draft' || why === 'archived') && member.role !== 'owner') notFound()
  return { member, video }
})
