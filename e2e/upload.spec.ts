import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { takeBeacons } from './beacons.ts'
import { startBehindNginx } from './behindNginx.ts'
import { clips } from './film.ts'
import { expect } from './fixtures.ts'
import { logInAsSomeoneNew } from './people.ts'
import { readScreen, readSeen } from './screen.ts'
import { expectTaken, filmOf, test } from './watching.ts'

const PAGE = '/studio/videos/new'

test('a file that is uploaded is made a film, and every frame of it counts, by nginx', async ({
  browser,
}) => {
  // Films are made when nothing else is to be done: on a busy machine that takes its time.
  test.setTimeout(180_000)
  const site = await startBehindNginx()
  const page = await browser.newPage({ baseURL: site.url })
  const clip = clips.at24
  await readScreen(page)
  const taken = takeBeacons(page.context())
  await logInAsSomeoneNew(page, 'owner')
  await page.goto(PAGE)
  await choose(page, clip.file)
  const title = formOf(page).getByLabel('Title')
  await expect(title).toHaveValue('truth-24')
  await title.fill('A film of ours')
  await page.getByRole('button', { name: 'Upload' }).click()
  const job = page.getByRole('article', { name: 'A film of ours' })
  await expect(job).toContainText('In the library.', { timeout: 120_000 })

  const piece = page.waitForResponse(/\/media\/s\/.*\.m4s$/)
  await job.getByRole('link', { name: 'Watch' }).click()
  await page.waitForURL(/\/videos\/[\w-]{36}$/)
  const film = filmOf(page, clip)
  await film.play()
  // Ours say so on every answer; what nginx takes from the disk never was with us.
  expect((await piece).headers()['x-frame-options']).toBeUndefined()
  await film.watch(30)
  await film.jump(200)
  await film.watch(20)
  await film.pause()
  await expectTaken(taken, clip, await readSeen(page))
  await removeVideo(basename(page.url()))
  await page.close()
  await site.stop()
})

test('an upload goes on after a reload, and can be cancelled', async ({ page }) => {
  await logInAsSomeoneNew(page, 'owner')
  await page.goto(PAGE)
  // The first piece never arrives.
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') await route.fallback()
  })
  await choose(page, clips.at25.file)
  const begun = page.waitForResponse('**/api/uploads')
  await page.getByRole('button', { name: 'Upload' }).click()
  const address = (await begun).headers().location ?? ''
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.reload()

  const job = page.getByRole('article', { name: 'truth-25' })
  await expect(job).toContainText('Choose the same file again')
  const resumed = page.waitForRequest(
    (request) => request.method() === 'HEAD' && request.url().endsWith(address),
  )
  await choose(page, clips.at25.file)
  await page.getByRole('button', { name: 'Upload' }).click()
  await resumed
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(job).toContainText('Cancelled.')
})

test('a file that is no film is refused in so many words', async ({ page }) => {
  await logInAsSomeoneNew(page, 'owner')
  await page.goto(PAGE)
  const file = { name: 'letter.mp4', mimeType: 'video/mp4', buffer: Buffer.from('Dear all,') }
  await choose(page, file)
  await page.getByRole('button', { name: 'Upload' }).click()
  const job = page.getByRole('article', { name: 'letter' })
  await expect(job).toContainText('This file is not a video', { timeout: 50_000 })
})

type File = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]

const formOf = (page: Page) => page.getByRole('region', { name: 'As a file of your own' })

/** Once the page has come to life: before that nobody hears of it. */
async function choose(page: Page, file: File) {
  const form = formOf(page)
  await expect(async () => {
    await form.getByLabel('File', { exact: true }).setInputFiles(file)
    await expect(form.getByLabel('Title')).not.toHaveValue('', { timeout: 500 })
  }).toPass()
}
