import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { makePerson } from '#testing/people.ts'
import { formatCounts } from '../beacons.ts'
import { addClip, clips, removeClip } from '../clips.ts'
import { expect, logIn, test } from '../fixtures.ts'
import { killTab } from '../kill.ts'
import { countSeen, readScreen, type Seen } from '../screen.ts'
import { playerOf } from '../watching.ts'

/*
 * Kills tabs at random moments while they play, seek or are paused, online and offline:
 * KILLS (200) and SEED (any) of the environment.
 */
const kills = Number(process.env.KILLS ?? 200)
const seed = Number(process.env.SEED ?? randomInt(2 ** 31))

const TABS = 4
/** ms of playback a killed tab may lose: it saves open segments once a second. */
const MAX_LOST_MS = 2000
/** Frames shown in its last second, at double speed, that the test could no longer read. */
const MAX_UNREAD_FRAMES = 60

const clip = clips.truth
const ALARM = /error|fail|wrong|offline|lost|sorry/i
const ABOUT_NETWORK = /^Failed to load resource|net::ERR_/

type KilledTab = { player: Video; memberId: string; least: number[]; most: number[]; seen: number }

test(`${kills} kills at random moments`, async ({ browser }) => {
  test.setTimeout(3600_000)
  console.log(`seed ${seed}`)
  const random = seededRandom(seed)
  const owner = await makePerson({ role: 'owner' })
  const videos = await Promise.all(Array.from({ length: TABS }, () => addClip(clip, owner.id)))
  const deaths: KilledTab[] = []
  while (deaths.length < kills) {
    const tabs = videos.slice(0, kills - deaths.length)
    deaths.push(...(await killSome(browser, tabs, random)))
  }
  const reports = await browser.newPage()
  await logIn(reports, owner)
  let played = 0
  let unread = 0
  const wrong: unknown[] = []
  for (const [index, { player, memberId, least, most, seen }] of deaths.entries()) {
    const tally = async () => {
      const answer = await reports.request.get(`/api/videos/${player.id}/viewers/${memberId}`)
      const counts = countRuns((await answer.json()).runs)
      const above = (a: number[], b: number[]) =>
        a.map((n, frame) => Math.max(0, n - (b[frame] ?? 0)))
      const missing = formatCounts(above(least, counts))
      const more = above(counts, most).reduce((sum, count) => sum + count, 0)
      unread = Math.max(unread, more)
      return { missing, more: Math.max(0, more - MAX_UNREAD_FRAMES) }
    }
    await expect
      .poll(tally, { timeout: 40_000 })
      .toEqual({ missing: '', more: 0 })
      .catch(async () => wrong.push({ index, ...(await tally()) }))
    played += seen
  }
  console.log(`${deaths.length} kills, ${played} frames seen, at most ${unread} not read`)
  expect(wrong).toEqual([])
  await reports.close()
  await Promise.all(videos.map(removeClip))
})

/** A member with a tab for each video; each tab is killed at a moment of its own. */
async function killSome(browser: Browser, videos: Video[], random: Random): Promise<KilledTab[]> {
  const member = await makePerson()
  const context = await browser.newContext()
  const alarms = hearAlarms(context)
  const notes = new Map<Page, Seen[]>()
  await context.exposeBinding('note', ({ page }, entries: Seen[]) => {
    notes.get(page)?.push(...entries)
  })
  const first = await context.newPage()
  await logIn(first, member, '/account')
  const lives = videos.map((player) => ({
    player,
    ms: 500 + random.below(8500),
    random: fork(random),
  }))
  const tabs = await Promise.all(
    lives.map(async (life) => {
      const page = await context.newPage()
      const seen: Seen[] = []
      notes.set(page, seen)
      await readScreen(page)
      await tellSeen(page)
      await page.goto(`/videos/${life.player.id}`)
      return { ...life, page, seen }
    }),
  )
  const darkFrom = Date.now() + (random.chance(0.4) ? random.below(4000) : 3600_000)
  let isOver = false
  await context.route('**/api/watch', (route) =>
    !isOver && Date.now() > darkFrom ? route.abort('internetdisconnected') : route.continue(),
  )
  const deaths = await Promise.all(
    tabs.map(async ({ page, player, ms, random, seen }) => {
      drive(page, random).catch(() => {})
      await wait(ms)
      const kept = Date.now() - MAX_LOST_MS
      await killTab(page)
      const last = seen.findLastIndex((entry) => entry.what === 'frame' && entry.at <= kept)
      const most = countSeen(seen, clip, true)
      const least = countSeen(seen.slice(0, last + 1), clip)
      const sum = most.reduce((sum, count) => sum + count, 0)
      return { player, memberId: member.id, least, most, seen: sum }
    }),
  )
  isOver = true
  await visit(first)
  expect(alarms).toEqual([])
  await context.close()
  return deaths
}

/** Plays and does random things until the tab is killed. */
async function drive(page: Page, random: Random): Promise<never> {
  const player = playerOf(page, clip)
  await player.play()
  for (;;) {
    await player.watch(5 + random.below(60))
    const draw = random.below(5)
    if (draw === 0) await player.set({ playbackRate: random.pick([0.5, 1, 1.5, 2]) ?? 1 })
    if (draw === 1) await player.pause()
    if (draw <= 3) await player.jump(random.below(clip.frames - 300))
    await player.play()
  }
}

/** The member's next page, which silently sends what the killed tabs left. */
async function visit(page: Page): Promise<void> {
  await page.goto('/account')
  const left = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/')))
  await expect.poll(left, { timeout: 40_000 }).toEqual([])
  await expect(page.locator('main')).not.toContainText(ALARM)
}

async function tellSeen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sent = 0
    setInterval(() => {
      const entries = window.seen.slice(sent)
      sent += entries.length
      if (entries.length > 0) (window as unknown as { note(entries: Seen[]): void }).note(entries)
    }, 50)
  })
}

function hearAlarms(context: BrowserContext): string[] {
  const alarms: string[] = []
  context.on('weberror', (error) => alarms.push(String(error.error())))
  context.on('console', (message) => {
    const isLoud = message.type() === 'error' || message.type() === 'warning'
    if (isLoud && !ABOUT_NETWORK.test(message.text())) alarms.push(message.text())
  })
  return alarms
}

function countRuns(runs: Array<[start: number, end: number, count: number]>): number[] {
  const counts = new Array<number>(clip.frames).fill(0)
  for (const [start, end, count] of runs) counts.fill(count, start, end)
  return counts
}

const fork = (random: Random) => seededRandom(random.below(2 ** 31))
