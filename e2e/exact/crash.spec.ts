import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { makePerson } from '#testing/people.ts'
import { addClip, clips, removeClip } from '../clips.ts'
import { logIn } from '../fixtures.ts'
import { test } from '../ownBrowser.ts'
import { countSeen, readScreen, readSeen } from '../screen.ts'
import { expectReported, playerOf } from '../watching.ts'

const clip = clips.truth

/** ms of playback in flight to the server, or, offline, being written to the disk. */
const A_FLUSH = 12_000
/** Frames that may have been shown after the last read of the screen. */
const UNTOLD = 60

for (const [state, ms] of [
  ['with a network', 25_000],
  ['without a network', 45_000],
] as const) {
  test(`a killed browser ${state} loses at most one flush`, async ({ ownBrowser, browser }) => {
    test.setTimeout(180_000)
    const member = await makePerson()
    const video = await addClip(clip, member.id)
    const context = await ownBrowser.start()
    const page = await open(context, video.id, member)
    await playerOf(page, clip).play()
    await playerOf(page, clip).watch(30)
    await playerOf(page, clip).isLoaded()
    if (state === 'without a network') await context.setOffline(true)
    await playerOf(page, clip).jump(1000)
    await wait(ms)
    const seen = await readSeen(page)
    const kept = Date.now() - A_FLUSH
    await ownBrowser.kill()
    const last = seen.findLastIndex((entry) => entry.what === 'frame' && entry.at <= kept)
    const least = countSeen(seen.slice(0, last + 1), clip)
    const most = countSeen(seen, clip, true)

    const next = await (await ownBrowser.start()).newPage()
    await logIn(next, member, '/account')
    await expectReported(browser, video.id, (plays) => {
      const missing = least.some((count, frame) => count > (plays[frame] ?? 0))
      const more = plays.reduce((sum, n, frame) => sum + Math.max(0, n - (most[frame] ?? 0)), 0)
      return !missing && more < UNTOLD
    })
    await removeClip(video)
  })
}

async function open(
  context: BrowserContext,
  videoId: string,
  member: Parameters<typeof logIn>[1],
): Promise<Page> {
  const page = await context.newPage()
  await readScreen(page)
  await logIn(page, member, `/videos/${videoId}`)
  return page
}
