import { expect, logIn, test } from './fixtures.ts'

/** What `npm start` prints at the first run; `npm test` fills a library of its own the same way. */
const { E2E_OWNER = 'null', E2E_MEMBER = 'null' } = process.env
const owner: { email: string; password: string } = JSON.parse(E2E_OWNER)
const member: typeof owner = JSON.parse(E2E_MEMBER)

test('the demo owner sees videos with viewers and where they stopped watching', async ({
  page,
}) => {
  await logIn(page, owner, '/studio')
  await page.getByRole('link', { name: 'The light before the storm', exact: true }).click()
  await page.waitForURL('**/analytics')
  // The last lane may be merged a moment after the first.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/stopped watching here/)).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 45_000 })
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /[1-9]\d* plays/)
})

test('the demo member can watch videos and has no studio', async ({ page }) => {
  await logIn(page, member)
  await expect(page.getByRole('link', { name: /Every frame counted/ }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Studio' })).toHaveCount(0)
  expect((await page.goto('/studio'))?.status()).toBe(404)
})
