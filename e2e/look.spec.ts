import { expect, test } from '@playwright/test'
import { writeProgressRows } from '#db/watchProgress.ts'
import type { Video } from '#lib/videos/video.ts'
import { makePerson } from '#testing/people.ts'
import { logInAsSomeoneNew } from './fixtures.ts'
import { lookAt } from './lookAt.ts'
import { forgetVideo, SPIKE, watchedVideo, writeCounts } from './watchedVideo.ts'

test.describe('guests', () => {
  for (const path of ['/', '/login', '/signup', '/forgot', '/verify', '/nowhere'])
    test(`${path} is accessible in both themes, does not shift, and fits every width`, ({ page }) =>
      lookAt(page, path))

  test('the page has a preview image that anyone may fetch', async ({ page }) => {
    await page.goto('/')
    const address = await page.locator('meta[property="og:image"]').getAttribute('content')
    const picture = await page.request.get(address ?? '')
    expect(picture.status()).toBe(200)
    expect(picture.headers()['content-type']).toBe('image/png')
  })

  test('the first Tab focuses the link to the content', async ({ page }) => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
  })

  test('an unknown address is a 404 with a link to the library', async ({ page }) => {
    const answer = await page.goto('/nowhere')
    expect(answer?.status()).toBe(404)
    await page.getByRole('link', { name: 'Go to the library' }).click()
    await page.waitForURL('**/login?callbackUrl=%2Fvideos')
  })

  for (const path of ['/videos', '/history', '/studio', '/studio/members'])
    test(`${path} redirects guests to the log-in`, async ({ page }) => {
      await page.goto(path)
      expect(new URL(page.url()).search).toBe(`?callbackUrl=${encodeURIComponent(path)}`)
    })
})

test('a member has a library and a history, and no studio', async ({ page }) => {
  const { id } = await logInAsSomeoneNew(page, 'member')
  const video = await watchedVideo(id)
  await lookAt(page, '/history')
  const at = { position: 900, covered: 900, completedAt: null, lastAt: Date.now() }
  await writeProgressRows(id, [{ videoId: video.id, ...at }], BigInt(Date.now()) * 1000n)
  const found = ['/search?q=light', '/search?q=qqqqqqqq']
  for (const path of ['/videos', '/history', '/history/clear', ...found, '/account', '/nowhere'])
    await lookAt(page, path)
  await forgetVideo(video)
  await expect(page.getByRole('link', { name: 'Studio' })).toHaveCount(0)
  for (const path of ['/studio', '/studio/members']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  }
})

test('every page of an account is accessible in both themes, does not shift, and fits every width', async ({
  page,
}) => {
  await logInAsSomeoneNew(page, 'member')
  for (const path of ['sessions', 'email', 'delete']) await lookAt(page, `/account/${path}`)
})

test.describe('the owner', () => {
  let video: Video
  let analytics: string

  test.beforeEach(async ({ page }) => {
    const owner = await logInAsSomeoneNew(page, 'owner')
    video = await watchedVideo(owner.id)
    analytics = `/studio/videos/${video.id}/analytics`
  })
  test.afterEach(() => forgetVideo(video))

  test('every page of the studio is accessible in both themes, does not shift, and fits every width', async ({
    page,
  }) => {
    const member = `/studio/members/${video.addedBy}`
    const pages = ['/studio', '/studio/library', '/studio/members', member, '/studio/collections']
    for (const path of pages) await lookAt(page, path)
    for (const path of ['/studio/members/mail', '/studio/videos/new']) await lookAt(page, path)
  })

  test('every studio page of a video is accessible in both themes, does not shift, and fits every width', async ({
    page,
  }) => {
    const base = `/studio/videos/${video.id}`
    const pages = [base, `${base}/viewers`, `${base}/replace`, `${base}/delete`]
    for (const path of [...pages, analytics]) await lookAt(page, path)
    await page.goto('/studio/members')
    await lookAt(page, `${base}/viewers/${video.addedBy}`)
  })

  test('a course is created, filled, published, and shows the progress of members', async ({
    page,
  }) => {
    const title = `Course ${video.id}`
    await page.goto('/studio/collections')
    await page.getByLabel('Title').fill(title)
    await page.getByRole('button', { name: 'Create collection' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.getByLabel('Video', { exact: true }).selectOption({ value: video.id })
    await page.getByRole('button', { name: 'Add video' }).click()
    await expect(page.getByRole('button', { name: `Remove: ${video.title}` })).toBeVisible()
    await page.getByRole('link', { name: 'Not finished' }).click()
    await page.waitForURL(/who=unfinished/)
    await expect(page.getByText('0 of 1').first()).toBeVisible()
    await page.getByLabel('Published').check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('status').getByText('Saved.')).toBeVisible()
    const course = new URL(page.url()).pathname
    await lookAt(page, '/videos')
    await expect(page.getByRole('link', { name: title })).toBeVisible()
    await lookAt(page, course)
    await page.getByText('Delete this collection').click()
    await page.getByLabel('I understand that this cannot be undone').check()
    await page.getByRole('button', { name: 'Delete collection' }).click()
    await page.waitForURL('**/studio/collections')
    await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  })

  test('members are found by part of their name', async ({ page }) => {
    const mark = video.id.slice(0, 13)
    const { name } = await makePerson({ name: `Ada ${mark}` })
    await page.goto('/studio/members')
    await page.getByLabel('Name or email').fill(mark.toUpperCase())
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByText('Nothing watched yet')).toBeVisible()
  })

  test('a video is renamed, made a draft, and deleted with everything counted', async ({
    page,
  }) => {
    await page.goto(`/studio/videos/${video.id}`)
    await page.getByLabel('Title', { exact: true }).fill('Before the rain')
    await page.getByRole('radio', { name: 'Draft' }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('status').getByText('Saved.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before the rain')
    await expect(page.getByRole('radio', { name: 'Draft' })).toBeChecked()
    await page.getByRole('link', { name: 'Delete video' }).click()
    await page.getByRole('button', { name: 'Delete video' }).click()
    await expect(page.getByText('Check this box to continue.')).toBeVisible()
    await page.getByLabel('I understand that this cannot be undone').check()
    await page.getByRole('button', { name: 'Delete video' }).click()
    await page.waitForURL('**/studio')
    expect((await page.goto(`/studio/videos/${video.id}`))?.status()).toBe(404)
  })

  test('highlights are listed and link to their frame', async ({ page }) => {
    await page.goto(analytics)
    await expect(
      page.getByRole('link', { name: /Drop-off.*62 of 372 stopped watching here/ }),
    ).toBeVisible()
    await expect(page.getByRole('link', { name: /Skipped.*34 viewers/ })).toBeVisible()
    await expect(
      page.getByRole('link', { name: /Most replayed.*520 plays by 372 viewers/ }),
    ).toBeVisible()
    await page.getByRole('link', { name: /Single frame/ }).click()
    const cursor = page.getByRole('slider', { name: 'Frame' })
    await expect(cursor).toHaveAttribute('aria-valuetext', /frame 3122, 398 plays, 310 viewers/)
  })

  test('the cursor moves by frame, by second, and to both ends', async ({ page }) => {
    await page.goto(analytics)
    const cursor = page.getByRole('slider', { name: 'Frame' })
    const steps = [
      ['End', 3_599],
      ['ArrowLeft', 3_598],
      ['Shift+ArrowLeft', 3_568],
      ['Home', 0],
      ['ArrowRight', 1],
      ['Shift+ArrowRight', 31],
    ] as const
    await cursor.focus()
    for (const [key, frame] of steps) {
      await page.keyboard.press(key)
      await expect(cursor).toHaveAttribute('aria-valuenow', String(frame))
    }
    await expect(cursor).toHaveAttribute(
      'aria-valuetext',
      '0:01.0, frame 31, 372 plays, 372 viewers',
    )
  })

  test('the pointer finds a single frame that stands out', async ({ page }) => {
    await page.goto(analytics)
    const cursor = page.getByRole('slider', { name: 'Frame' })
    const { width = 0 } = (await cursor.boundingBox()) ?? {}
    await cursor.hover({ position: { x: ((SPIKE + 0.5) / video.frames) * width, y: 60 } })
    await expect(cursor).toHaveAttribute('aria-valuenow', String(SPIKE))
  })

  test('the wheel and the keys zoom in to one frame a column', async ({ page }) => {
    await page.goto(analytics)
    const cursor = page.getByRole('slider', { name: 'Frame' })
    const whole = page.getByText('frames 0 – 3599')
    await expect(whole).toBeVisible()
    await cursor.hover({ position: { x: 100, y: 60 } })
    await cursor.hover({ position: { x: 104, y: 60 } })
    await page.mouse.wheel(0, -300)
    await expect(whole).toBeHidden()
    await page.getByRole('button', { name: 'Reset zoom' }).click()
    await expect(whole).toBeVisible()
    await page.goto(`${analytics}?frame=${SPIKE}&view=${SPIKE - 10}-${SPIKE + 20}`)
    const linked = page.getByText(`frames ${SPIKE - 10} – ${SPIKE + 19}`)
    await expect(linked).toBeVisible()
    await cursor.press('+')
    await expect(linked).toBeHidden()
    await page.getByText('View as data table').click()
    await expect(page.getByRole('row', { name: `1:44.06 ${SPIKE} 398 310` })).toBeVisible()
  })

  test('compared videos are shown as shares of their own plays', async ({ page }) => {
    await page.goto(`${analytics}?period=2031-01-01&with=all&frame=${SPIKE}`)
    const cursor = page.getByRole('slider', { name: 'Frame' })
    await expect(cursor).toHaveAttribute(
      'aria-valuetext',
      /0 plays .*, all time: 398 plays \(80.%\)/,
    )
    await expect(page.getByRole('row', { name: /^Plays 0 500/ })).toBeVisible()
  })

  test('the curve, the viewers and the chart can be downloaded', async ({ page }) => {
    await page.goto(analytics)
    const api = `/api/videos/${video.id}`
    const [csv, json, xapi, chart] = await Promise.all(
      ['viewers?format=csv', 'viewers?format=json', 'viewers?format=xapi', 'chart'].map((file) =>
        page.request.get(`${api}/${file}`),
      ),
    )
    expect(await csv?.text()).toMatch(/^\ufeffviewer,name,email,/)
    expect(await json?.json()).toEqual([])
    expect(await xapi?.json()).toEqual([])
    expect(await chart?.text()).toMatch(/^<svg xmlns/)
    await page.getByText('Export', { exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PNG' }).click()
    expect((await saved).suggestedFilename()).toMatch(/\.png$/)
  })

  test('new numbers appear without a reload and do not move the cursor', async ({ page }) => {
    await page.clock.install()
    await page.goto(analytics)
    const cursor = page.getByRole('slider', { name: 'Frame' })
    await cursor.press('End')
    await writeCounts(video, 501)
    await page.clock.runFor(10_000)
    await expect(page.getByText('501', { exact: true })).toBeVisible()
    await expect(cursor).toHaveAttribute('aria-valuenow', '3599')
  })

  test('an invalid period shows all time; one without plays shows none', async ({ page }) => {
    await page.goto(`${analytics}?period=nonsense&frame=-4`)
    await expect(page.getByText('500', { exact: true })).toBeVisible()
    await page.goto(`${analytics}?period=2020-01-01`)
    await expect(page.getByText(/^No highlights yet/)).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the curve, its cursor and its numbers are shown', async ({ page }) => {
    const owner = await logInAsSomeoneNew(page, 'owner')
    const video = await watchedVideo(owner.id)
    await page.goto(`/studio/videos/${video.id}/analytics`)
    await expect(page.getByRole('img', { name: /Most at 0:41.2: 520 plays/ })).toBeVisible()
    await expect(page.getByRole('slider', { name: 'Frame' })).toHaveAttribute(
      'aria-valuetext',
      /frame 1236, 520 plays/,
    )
    await page.getByText('View as data table').click()
    await expect(page.getByRole('row', { name: /^1:44 .* 310–398 310$/ })).toBeVisible()
    await forgetVideo(video)
  })
})
