import { clips } from './clips.ts'
import { expect, logInAsSomeoneNew, test } from './fixtures.ts'
import { ADDING, choose } from './uploading.ts'

test('an upload continues after a reload, and can be cancelled', async ({ page }) => {
  await logInAsSomeoneNew(page, 'owner')
  await page.goto(ADDING)
  // The first chunk never arrives.
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

test('a file that is not a video is refused with a reason', async ({ page }) => {
  await logInAsSomeoneNew(page, 'owner')
  await page.goto(ADDING)
  const file = { name: 'letter.mp4', mimeType: 'video/mp4', buffer: Buffer.from('Dear all,') }
  await choose(page, file)
  await page.getByRole('button', { name: 'Upload' }).click()
  const job = page.getByRole('article', { name: 'letter' })
  await expect(job).toContainText('This file is not a video', { timeout: 50_000 })
})
