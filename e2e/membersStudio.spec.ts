import { makePerson, newEmail } from '#testing/people.ts'
import { expect, logIn, test } from './fixtures.ts'
import { account, logIn as enter, followMail, password } from './membersSteps.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an owner invites a member, who chooses a name and a password', async ({ page }) => {
      const owner = await makePerson({ role: 'owner' })
      const email = newEmail()
      await logIn(page, owner, '/studio/members')
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByRole('button', { name: 'Invite', exact: true }).click()
      await expect(page.getByText(`Invitation sent to ${email}.`)).toBeVisible()
      await expect(page.getByRole('button', { name: `Revoke: ${email}` })).toBeVisible()
      await page.getByRole('button', { name: 'Log out' }).click()
      await page.waitForURL('**/login')
      await followMail(page, email, '/invited')
      await page.getByLabel('Name', { exact: true }).fill('Ada')
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByLabel('Confirm password').fill(password)
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
      await enter(page, email)
      await expect(account(page)).toBeVisible()
    })
  })
}

test('a disabled member is logged out at the next request; a member can become an owner and step down', async ({
  page,
  browser,
}) => {
  const owner = await makePerson({ role: 'owner', name: `Grace ${newEmail()}` })
  const member = await makePerson({ name: `Ada ${newEmail()}` })
  const elsewhere = await (await browser.newContext()).newPage()
  await logIn(elsewhere, member, '/account')
  await expect(account(elsewhere)).toBeVisible()
  await logIn(page, owner, '/studio/members')
  const nextUntil = async (name: string) => {
    const next = page.getByRole('link', { name: 'Next page' })
    while ((await page.getByRole('row', { name }).count()) === 0 && (await next.count()) > 0) {
      const before = page.url()
      await next.click()
      await page.waitForURL((url) => url.href !== before)
    }
  }
  await nextUntil(member.name)
  await page.getByRole('button', { name: `Disable: ${member.name}` }).click()
  await expect(page.getByRole('button', { name: `Enable: ${member.name}` })).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/login/)
  await page.getByRole('button', { name: `Enable: ${member.name}` }).click()
  await page.getByRole('button', { name: `Make owner: ${member.name}` }).click()
  await expect(page.getByRole('row', { name: member.name })).toContainText('owner')
  await logIn(elsewhere, member, '/studio')
  await expect(elsewhere).toHaveURL(/\/studio$/)
  await page.goto('/studio/members')
  await nextUntil(owner.name)
  await page.getByRole('button', { name: `Step down: ${owner.name}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await elsewhere.context().close()
})
