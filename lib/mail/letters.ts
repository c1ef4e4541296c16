import { createElement, type ReactElement } from 'react'
import { plainTextSelectors, render, toPlainText } from 'react-email'
import { AlreadyMember } from '#emails/AlreadyMember.tsx'
import { ConfirmEmail } from '#emails/ConfirmEmail.tsx'
import { PasswordChanged } from '#emails/PasswordChanged.tsx'
import { ResetPassword } from '#emails/ResetPassword.tsx'
import type { Mail } from './mail.ts'

/** To whom, and at which of our origins the link begins. */
export type Recipient = { name: string; email: string; origin: string }

export function confirmLetter({ name, email, origin }: Recipient, token: string): Promise<Mail> {
  const url = `${origin}/verify?token=${token}`
  return letter(
    email,
    'Confirm your email for Framewise',
    createElement(ConfirmEmail, { name, url }),
  )
}

/** For an address that has an account: its link goes to the log-in page. */
export function alreadyMemberLetter({ name, email, origin }: Recipient): Promise<Mail> {
  const url = `${origin}/login`
  return letter(
    email,
    'You already have a Framewise account',
    createElement(AlreadyMember, { name, url }),
  )
}

export function resetLetter({ name, email, origin }: Recipient, token: string): Promise<Mail> {
  const url = `${origin}/reset?token=${token}`
  return letter(
    email,
    'Set a new password for Framewise',
    createElement(ResetPassword, { name, url }),
  )
}

export function passwordChangedLetter({ name, email, origin }: Recipient): Promise<Mail> {
  const url = `${origin}/forgot`
  return letter(
    email,
    'Your Framewise password was changed',
    createElement(PasswordChanged, { name, url }),
  )
}

/** The address under the button would stand twice: plain text shows the button's. */
const selectors = [...plainTextSelectors, { selector: '.address', format: 'skip' }]

async function letter(to: string, subject: string, element: ReactElement): Promise<Mail> {
  const html = await render(element)
  return { to, subject, html, text: toPlainText(html, { selectors }) }
}
