import { expect, it } from 'vitest'
import type { Video } from '#lib/videos/video.ts'
import { courseProgress } from './listCourses.ts'

const videos = ['a', 'b', 'c'].map((id) => ({ id }) as Video)

it('finds the first unfinished video of a course', () => {
  const progress = new Map<string, { completedAt: Date | null }>([['b', { completedAt: null }]])
  expect(courseProgress(videos, progress)).toMatchObject({ finished: 0, next: { id: 'a' } })
  progress.set('a', { completedAt: new Date() })
  expect(courseProgress(videos, progress)).toMatchObject({ finished: 1, next: { id: 'b' } })
  for (const id of ['b', 'c']) progress.set(id, { completedAt: new Date() })
  expect(courseProgress(videos, progress)).toMatchObject({ finished: 3, next: { id: 'a' } })
})
