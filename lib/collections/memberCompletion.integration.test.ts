import { afterAll, expect, it } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { deleteVideo } from '#db/videos.ts'
import { writeProgressRows } from '#db/watchProgress.ts'
import { logInSomeone } from '#testing/people.ts'
import { makeVideo } from '#testing/videos.ts'
import { type CompletionFilter, type MemberCompletion, readCompletion } from './memberCompletion.ts'

afterAll(closeDatabase)

it('lists by page who has finished, who has not, and the next video of each', async () => {
  const videos = [await makeVideo(), await makeVideo()]
  const [first, second] = videos
  const now = Date.now()
  const people = [await logInSomeone(), await logInSomeone(), await logInSomeone()]
  const [all, half, none] = people.map(({ id }) => id)
  const finish = (memberId = '', seen = videos) =>
    writeProgressRows(
      memberId,
      seen.map(({ id, frames }) => ({
        videoId: id,
        position: frames,
        covered: frames,
        completedAt: now,
        lastAt: now,
      })),
      BigInt(now) * 1_000n,
    )
  await finish(all)
  await finish(half, videos.slice(0, 1))

  async function read(filter: CompletionFilter) {
    const found = new Map<string, MemberCompletion>()
    let after: string | null = null
    let pages = 0
    do {
      const page = await readCompletion(videos, { filter, after, limit: 2 })
      expect(page.members.length).toBeLessThanOrEqual(2)
      for (const row of page.members) {
        expect(found.has(row.member.id)).toBe(false)
        found.set(row.member.id, row)
      }
      after = page.next
      pages += 1
    } while (after !== null && pages < 5_000)
    return found
  }

  const everyone = await read('all')
  expect(everyone.get(all ?? '')).toMatchObject({ finished: 2, share: 1, next: null })
  expect(everyone.get(half ?? '')).toMatchObject({ finished: 1, next: { id: second?.id } })
  expect(everyone.get(none ?? '')).toMatchObject({ finished: 0, share: 0, next: { id: first?.id } })
  expect([...(await read('finished')).keys()]).toEqual([all])
  const unfinished = await read('unfinished')
  expect(unfinished.has(all ?? '')).toBe(false)
  expect(unfinished.has(half ?? '') && unfinished.has(none ?? '')).toBe(true)
  for (const video of videos) await deleteVideo(video.id)
})
