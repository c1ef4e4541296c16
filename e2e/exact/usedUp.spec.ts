import type { Taken } from '../beacons.ts'
import { clips } from '../clips.ts'
import { expect } from '../fixtures.ts'
import { readSeen } from '../screen.ts'
import { expectTaken, playerOf, test } from '../watching.ts'

const clip = clips.truth

test('a video plays on when its playback has used all its numbers, and all frames count', async ({
  page,
  openClip,
}) => {
  const { member, taken } = await openClip(clip)
  await page.addInitScript((memberId) => {
    new MutationObserver((_, observer) => {
      const script = document.getElementById('playback')
      // Completely parsed once another element follows it.
      if (!script?.nextSibling) return
      observer.disconnect()
      const { videoId, playbackId, token } = JSON.parse(script.textContent ?? '')
      const head = JSON.stringify({ videoId, token, next: 8127 })
      localStorage.setItem(`framewise/outbox/${memberId}/${playbackId}/head`, head)
    }).observe(document, { childList: true, subtree: true })
  }, member.id)
  await page.reload()
  const player = playerOf(page, clip)
  const response = page.waitForResponse((answer) => answer.url().includes('/videos/'))
  await player.play()
  await player.watch(30)
  await player.jump(1000)
  await response
  await player.watch(40)
  await player.pause()
  await expectTaken(taken, clip, await readSeen(page))
  expect(tokensOf(taken)).toHaveLength(2)
  expect(await page.locator('[data-media]').evaluate(countStarts)).toBe(2)
})

test('a video plays on when its token has ended', async ({ page, openClip }) => {
  const { taken } = await openClip(clip)
  const ended: string = JSON.parse((await page.locator('#playback').textContent()) ?? '').token
  await page.route('**/api/watch', (route) =>
    route.request().postData()?.includes(ended)
      ? route.fulfill({ status: 401, json: { reason: 'token-ended' } })
      : route.continue(),
  )
  const player = playerOf(page, clip)
  const response = page.waitForResponse((answer) => answer.url().includes('/videos/'))
  await player.play()
  await response
  await player.watch(15)
  await player.pause()
  await expect.poll(() => tokensOf(taken)).toHaveLength(1)
  expect(await page.locator('[data-media]').evaluate(countStarts)).toBe(1)
})

/** The number of stretches played since the video was loaded. */
const countStarts = ({ played }: HTMLVideoElement) => played.length

const tokensOf = (taken: Taken) => [...new Set([...taken.keys()].map((name) => name.split(' ')[0]))]
