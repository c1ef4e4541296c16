import { expect, test } from 'vitest'
import {
  alreadyMemberLetter,
  confirmLetter,
  emailChangedLetter,
  emailIsNewLetter,
  inviteLetter,
  leavingLetter,
  newDeviceLetter,
  newEmailLetter,
  passwordChangedLetter,
  resetLetter,
} from './letters.ts'

const ada = { name: 'Ada <b>', email: 'ada@films.example', origin: 'http://localhost:3000' }

test.each([
  ['confirm', () => confirmLetter(ada, 'tok-en_1'), 'http://localhost:3000/verify?token=tok-en_1'],
  ['already', () => alreadyMemberLetter(ada), 'http://localhost:3000/login'],
  ['reset', () => resetLetter(ada, 'tok-en_1'), 'http://localhost:3000/reset?token=tok-en_1'],
  ['invite', () => inviteLetter(ada, 'a.b'), 'http://localhost:3000/invited?token=a.b'],
  ['leaving', () => leavingLetter(ada, new Date()), 'http://localhost:3000/login'],
  [
    'new device',
    () => newDeviceLetter(ada, 'Firefox on Linux', new Date()),
    'http://localhost:3000/account/sessions',
  ],
  ['new email', () => newEmailLetter(ada, 'a.b'), 'http://localhost:3000/new-email?token=a.b'],
  [
    'email changed',
    () => emailChangedLetter(ada, 'a.b'),
    'http://localhost:3000/undo-email?token=a.b',
  ],
  ['email is new', () => emailIsNewLetter(ada), 'http://localhost:3000/account'],
  ['changed', () => passwordChangedLetter(ada), 'http://localhost:3000/forgot'],
])('%s: a short subject, one action, also in plain text', async (_, make, url) => {
  const mail = await make()
  expect(mail.to).toBe(ada.email)
  expect(mail.subject.length).toBeLessThan(60)
  expect(mail.html).toContain(`href="${url}"`)
  expect(mail.html.match(/href="http/g)).toHaveLength(1)
  expect(mail.html).toContain('Ada &lt;b&gt;')
  expect(mail.text).toContain(url)
  expect(mail.text).not.toMatch(/<(?!b>)/)
  expect(mail.text.split(url)).toHaveLength(2)
})

test('the mail to someone who has an account leads to no confirmation', async () => {
  expect(JSON.stringify(await alreadyMemberLetter(ada))).not.toContain('/verify')
})
