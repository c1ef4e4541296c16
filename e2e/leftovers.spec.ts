import type { Page } from '@playwright/test'
import { openOutbox } from '#lib/watch/client/outbox.ts'
import { makeOutboxStorage } from '#lib/watch/client/storage.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { makePerson } from '#testing/people.ts'
import { expect, logIn, test } from './fixtures.ts'
import { forgetVideo, watchedVideo } from './watchedVideo.ts'

test('beacons that a page could not send are sent by the next page after the next log-in', async ({
  page,
}) => {
  const person = await makePerson()
  const video = await watchedVideo(person.id)
  await logIn(page, person, `/videos/${video.id}`)
  const playback: PlaybackPage = JSON.parse((await page.locator('#playback').textContent()) ?? '')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')
  await leaveBehind(page, person.id, playback)
  const sent = page.waitForResponse('**/api/watch')
  await logIn(page, person)
  expect((await sent).status()).toBe(204)
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0)
  await forgetVideo(video)
})

/** An outbox with one beacon, as a page leaves it that was killed while offline. */
async function leaveBehind(
  page: Page,
  memberId: string,
  { videoId, playbackId, token }: PlaybackPage,
) {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
  const outbox = openOutbox(
    makeOutboxStorage(storage, () => {}),
    { memberId, videoId, playbackId, token },
  )
  outbox.seal({ position: 30, ended: false, segments: [[0, 30, 1, 1]] }, Date.now())
  await page.evaluate(
    (pairs) => {
      localStorage.clear()
      for (const [key, text] of pairs) localStorage.setItem(key, text)
    },
    [...kept],
  )
}
