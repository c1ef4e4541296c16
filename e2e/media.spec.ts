import { stat } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { makePerson } from '#testing/people.ts'
import { addClip, clips, removeClip } from './clips.ts'
import { expect, logIn, test } from './fixtures.ts'

test('a member can fetch a video whole or in part, a guest cannot', async ({ page }) => {
  const member = await makePerson()
  const video = await addClip(clips.at24, member.id)
  const { size } = await stat(clips.at24.file)
  const ask = askWith(page)
  const plain = `/media/${video.hostId}`
  expect(await ask(plain)).toMatchObject({ status: 401, cache: 'private, no-store' })

  await logIn(page, member, `/videos/${video.id}`)
  const address = (await page.locator('[data-media]').getAttribute('src')) ?? ''
  expect(await ask(plain)).toMatchObject({ status: 403 })
  expect(await ask(address)).toMatchObject({
    status: 200,
    length: size,
    cache: 'private, no-cache',
  })
  expect(await ask(address, { range: 'bytes=100-199' })).toMatchObject({
    status: 206,
    length: 100,
    range: `bytes 100-199/${size}`,
  })
  expect(await ask(address, { range: `bytes=${size}-` })).toMatchObject({
    status: 416,
    range: `bytes */${size}`,
  })
  const { tag } = await ask(address)
  expect(await ask(address, { 'if-none-match': tag })).toMatchObject({ status: 304, length: 0 })
  const head = await page.request.head(address)
  expect(head.headers()['content-length']).toBe(`${size}`)
  for (const path of ['missing.jpg', '%2e%2e%2fsecret.jpg', '..%5csecret.jpg', '%00.jpg', '.jpg']) {
    expect(await ask(`/media/${path}`), path).toMatchObject({ status: 404 })
  }

  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')
  expect(await ask(address, { 'if-none-match': tag })).toMatchObject({ status: 401 })
  await removeClip(video)
})

test('a member with an unconfirmed address cannot', async ({ page }) => {
  const member = await makePerson({ confirmed: false })
  const video = await addClip(clips.at24, member.id)
  await logIn(page, member, '/account')
  expect(await askWith(page)(`/media/${video.hostId}`)).toMatchObject({ status: 403 })
  await removeClip(video)
})

function askWith(page: Page) {
  return async (path: string, headers: Record<string, string> = {}) => {
    const answer = await page.request.get(path, { headers })
    const { 'content-range': range, 'cache-control': cache, etag: tag = '' } = answer.headers()
    return { status: answer.status(), length: (await answer.body()).length, range, cache, tag }
  }
}
