import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleMails } from './sampleMails.ts'
import { alreadyMemberMail } from './templates.ts'

const ada = { name: 'Ada <b>', email: 'ada@videos.example', origin: 'http://localhost:3000' }
const mails = sampleMails(ada)

/** The path of each link, and whether the mail contains the name. */
const LINKS: Record<string, [path: RegExp, hasName: boolean]> = {
  confirmEmail: [/^\/verify\?token=[\w-]+$/, false],
  alreadyMember: [/^\/login$/, true],
  resetPassword: [/^\/reset\?token=[\w-]+$/, true],
  passwordChanged: [/^\/forgot$/, true],
  confirmNewEmail: [/^\/new-email\?token=[\w-]+$/, false],
  emailChanged: [/^\/undo-email\?token=[\w-]+$/, true],
  emailChangeConfirmed: [/^\/account$/, true],
  invite: [/^\/invited\?token=[\w-]+$/, true],
  newDevice: [/^\/account\/sessions$/, true],
  deletionScheduled: [/^\/login$/, true],
}

test('every template has a sample', () => {
  const templates = readdirSync('emails').map((file) => file.toLowerCase())
  const sampled = [...Object.keys(mails), 'EmailLayout'].map((name) => `${name.toLowerCase()}.tsx`)
  expect(sampled.sort()).toEqual(templates.sort())
  expect(Object.keys(LINKS).sort()).toEqual(Object.keys(mails).sort())
})

test.each(Object.entries(mails))(
  '%s: a short subject, one action, also in plain text',
  async (template, make) => {
    const mail = await make()
    const [path, hasName] = LINKS[template] ?? []
    expect(mail.to).toBe(ada.email)
    expect(mail.subject.length).toBeLessThan(60)
    expect(mail.subject).not.toContain('Ada')
    const [url = '', ...more] = [...mail.html.matchAll(/href="(http[^"]*)"/g)].map(([, to]) => to)
    expect(more).toEqual([])
    expect(url.slice(0, ada.origin.length)).toBe(ada.origin)
    expect(url.slice(ada.origin.length)).toMatch(path ?? '')
    expect(mail.html.includes('Ada &lt;b&gt;')).toBe(hasName)
    expect(mail.text).not.toMatch(/<(?!b>)/)
    expect(mail.text.split(url)).toHaveLength(2)
  },
)

test('the mail to someone who has an account leads to no confirmation', async () => {
  expect(JSON.stringify(await alreadyMemberMail(ada))).not.toContain('/verify')
})
