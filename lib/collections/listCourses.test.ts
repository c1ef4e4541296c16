import { expect, it } from 'vitest'
import type { Video } from '#lib/videos/video.ts'
import { courseProgress } from './listCourses.ts'

const videos = ['a', 'b', 'c'].map((id) => ({ id }) as Video)

it('finds the first unfinished video of a course', () => {
  const shelf = new Map<string, { completedAt: Date | null }>([['b', { completedAt: null }]])
  expect(courseProgress(videos, shelf)).toMatchObject({ finished: 0, next: { id: 'a' } })
  shelf.set('a', { completedAt: new Date() })
  expect(courseProgress(videos, shelf)).toMatchObject({ finished: 1, next: { id: 'b' } })
  for (const id of ['b', 'c']) shelf.set(id, { completedAt: new Date() })
  expect(courseProgress(videos, shelf)).toMatchObject({ finished: 3, next: { id: 'a' } })
})
