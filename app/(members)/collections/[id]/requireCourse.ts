import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireMember } from '#lib/auth/currentMember.ts'
import { readCourse } from '#lib/collections/course.ts'

/** The logged-in member and the collection; otherwise redirects to the log-in or shows the 404 page. */
export const readCourseHere = cache(async (id: string, path = `/collections/${id}`) => {
  const member = await requireMember(path)
  const course = await readCourse(member, id, Date.now())
  return course ? { member, ...course } : notFound()
})
