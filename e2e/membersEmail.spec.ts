import { makePerson, newEmail } from '#testing/people.ts'
import { logIn as enter, expect, test } from './fixtures.ts'
import { account, followMail, logIn, other } from './membersSteps.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('change the email, then undo it from the old mailbox', async ({ page }) => {
      const person = await makePerson()
      const email = newEmail()
      await enter(page, person, '/account')
      await page.getByRole('link', { name: 'Change email' }).click()
      await page.getByLabel('New email').fill(email)
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Change email' }).click()
      await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        'This is not your password.',
      )
      await expect(page.getByLabel('New email')).toHaveValue(email)
      await page.getByLabel('Password', { exact: true }).fill(person.password)
      await page.getByRole('button', { name: 'Change email' }).click()
      await expect(page.getByText(`We wrote to ${email}.`)).toBeVisible()

      await followMail(page, email, '/new-email')
      await page.getByRole('button', { name: 'Confirm new email' }).click()
      await expect(page.getByRole('heading', { name: 'Your email was changed' })).toBeVisible()
      await page.getByRole('link', { name: 'Your account' }).first().click()
      await expect(account(page)).toBeVisible()
      await expect(page.getByText(email)).toBeVisible()

      await followMail(page, person.email, '/undo-email')
      await page.getByRole('button', { name: 'Undo the change' }).click()
      await page.waitForURL('**/reset?token=*')
      await page.getByLabel('Password', { exact: true }).fill(other)
      await page.getByLabel('Confirm password').fill(other)
      await page.getByRole('button', { name: 'Set new password' }).click()
      await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible()
      await logIn(page, person.email, other)
      await expect(account(page)).toBeVisible()
    })
  })
}
