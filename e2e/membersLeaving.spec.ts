import { makePerson } from '#testing/people.ts'
import { expect, logIn, test } from './fixtures.ts'
import { account, logIn as enter } from './membersSteps.ts'

test('a member can download the data stored about them', async ({ page }) => {
  const person = await makePerson({ name: 'Ada Morgan' })
  await logIn(page, person, '/account')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('framewise-my-data.json')
  const data = await (await page.request.get('/account/data')).json()
  expect(data.account).toMatchObject({ name: 'Ada Morgan', email: person.email })
  expect(data.sessions).toHaveLength(1)
  expect(data).toMatchObject({ history: [], runs: [] })
  expect(JSON.stringify(data)).not.toMatch(/argon2|sessionEpoch|token/)
  await page.context().clearCookies()
  expect((await page.request.get('/account/data')).status()).toBe(401)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('delete the account, and keep it by logging in again', async ({ page }) => {
      const person = await makePerson()
      await logIn(page, person, '/account')
      await page.getByRole('link', { name: 'Delete my account' }).click()
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        'This is not your password.',
      )
      await page.getByLabel('Password', { exact: true }).fill(person.password)
      await page.getByRole('button', { name: 'Delete my account' }).click()
      await expect(page.getByRole('heading', { name: 'Goodbye' })).toBeVisible()
      await page.goto('/account')
      await expect(page).toHaveURL(/\/login/)
      await enter(page, person.email, person.password)
      await expect(account(page)).toBeVisible()
      await expect(page.getByText('Account deletion cancelled')).toBeVisible()
    })
  })
}
