import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireMember } from '#lib/auth/currentMember.ts'
import { readCourse } from '#lib/collections/course.ts'

/** The member who asks, and the collection they may see; anything else is another page. */
export const readCourseHere = cache(async (id: string, path = `/collections/${id}`) => {
  const member = await requireMember(path)
  const course = await readCourse(member, id, Date.now())
  return course ? { member, ...course } : notFound()
})
