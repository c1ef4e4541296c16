import { readPasswordHash, readUser } from '#db/users.ts'
import { formFields } from '#testing/formFields.ts'
import { makePerson } from '#testing/people.ts'
import { expect, logIn, originOf, test } from '../fixtures.ts'
import { forgetVideo, watchedVideo } from '../watchedVideo.ts'

test('29: a cookie stolen before the log-out is refused by pages, actions, routes and beacons', async ({
  page,
  playwright,
  baseURL,
}) => {
  const person = await makePerson({ name: 'Ada' })
  const video = await watchedVideo(person.id)
  await logIn(page, person, '/account')
  const account = await page.content()
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const watchPage = await (await page.request.get(`/videos/${video.id}`)).text()
  const { token } = JSON.parse(/id="playback"[^>]*>([^<]+)</.exec(watchPage)?.[1] ?? '{}')

  const thief = await playwright.request.newContext({
    baseURL: originOf(baseURL),
    maxRedirects: 0,
    extraHTTPHeaders: { cookie, origin: originOf(baseURL) },
  })
  let seq = 0
  const statuses = async (name: string) => {
    const beacon = { seq: seq++, position: 30, ended: false, segments: [[0, 30, 1, 1]] }
    const form = { ...formFields(account, 'Save name'), name }
    const watched = await thief.post('/api/watch', { data: { token, beacons: [beacon] } })
    return {
      page: (await thief.get('/account')).status(),
      action: (await thief.post('/account', { multipart: form })).status(),
      name: (await readUser(person.id))?.name,
      route: (await thief.get('/account/data')).status(),
      beacon: watched.status(),
    }
  }
  const before = { page: 200, action: 200, name: 'Eve', route: 200, beacon: 204 }
  expect(await statuses('Eve')).toEqual(before)
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')
  const after = await statuses('Mallory')
  expect(after).toEqual({
    page: 307,
    action: expect.any(Number),
    name: 'Eve',
    route: 401,
    beacon: 401,
  })
  expect(after.action).not.toBe(200)
  await thief.dispose()
  await forgetVideo(video)
})

test('7: without the current password nothing changes', async ({ page, baseURL }) => {
  const person = await makePerson()
  const hash = await readPasswordHash(person.id)
  await logIn(page, person, '/account')
  const fields = formFields(await page.content(), 'Change password')
  const wanted = { password: 'heron under the bridge', confirmPassword: 'heron under the bridge' }
  const headers = { origin: originOf(baseURL) }
  const guesses: Record<string, string>[] = [
    {},
    { currentPassword: '' },
    { currentPassword: 'not the password' },
  ]
  for (const known of guesses) {
    const multipart = { ...fields, ...wanted, ...known }
    const answer = await page.request.post('/account', { multipart, headers })
    expect(await answer.text()).toMatch(/Enter your password\.|This is not your current password\./)
    expect(await readPasswordHash(person.id)).toBe(hash)
  }
  const multipart = { ...fields, ...wanted, currentPassword: person.password }
  const answer = await page.request.post('/account', { multipart, headers })
  expect(await answer.text()).toContain('All your other devices were logged out.')
  expect(await readPasswordHash(person.id)).not.toBe(hash)
})
