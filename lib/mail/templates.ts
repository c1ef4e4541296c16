import { createElement, type ReactElement } from 'react'
import { plainTextSelectors, render, toPlainText } from 'react-email'
import { AlreadyMember } from '#emails/AlreadyMember.tsx'
import { ConfirmEmail } from '#emails/ConfirmEmail.tsx'
import { ConfirmNewEmail } from '#emails/ConfirmNewEmail.tsx'
import { DeletionScheduled } from '#emails/DeletionScheduled.tsx'
import { EmailChangeConfirmed } from '#emails/EmailChangeConfirmed.tsx'
import { EmailChanged } from '#emails/EmailChanged.tsx'
import { Invite } from '#emails/Invite.tsx'
import { NewDevice } from '#emails/NewDevice.tsx'
import { PasswordChanged } from '#emails/PasswordChanged.tsx'
import { ResetPassword } from '#emails/ResetPassword.tsx'
import type { Mail } from './mail.ts'

/** The recipient, and the origin of the links. */
export type Recipient = { name: string; email: string; origin: string }

/** An unverified recipient: no text entered by others, such as a name, is sent to it. */
type Address = Omit<Recipient, 'name'>

export function confirmMail({ email, origin }: Address, token: string): Promise<Mail> {
  const url = `${origin}/verify?token=${token}`
  return renderMail(email, 'Confirm your email for Framewise', createElement(ConfirmEmail, { url }))
}

/** To an address that has an account; links to the log-in page. */
export function alreadyMemberMail({ name, email, origin }: Recipient): Promise<Mail> {
  const url = `${origin}/login`
  return renderMail(
    email,
    'You already have a Framewise account',
    createElement(AlreadyMember, { name, url }),
  )
}

export function resetMail({ name, email, origin }: Recipient, token: string): Promise<Mail> {
  const url = `${origin}/reset?token=${token}`
  return renderMail(
    email,
    'Set a new password for Framewise',
    createElement(ResetPassword, { name, url }),
  )
}

export function passwordChangedMail({ name, email, origin }: Recipient): Promise<Mail> {
  const url = `${origin}/forgot`
  return renderMail(
    email,
    'Your Framewise password was changed',
    createElement(PasswordChanged, { name, url }),
  )
}

/** To the requested new address. */
export function newEmailMail({ email, origin }: Address, token: string): Promise<Mail> {
  const url = `${origin}/new-email?token=${token}`
  return renderMail(
    email,
    'Confirm your new email for Framewise',
    createElement(ConfirmNewEmail, { url }),
  )
}

/** To the former address. */
export function emailChangedMail({ name, email, origin }: Recipient, token: string): Promise<Mail> {
  const url = `${origin}/undo-email?token=${token}`
  return renderMail(
    email,
    'Your Framewise email was changed',
    createElement(EmailChanged, { name, url }),
  )
}

/** To the new address, after the change. */
export function emailChangeConfirmedMail({ name, email, origin }: Recipient): Promise<Mail> {
  const url = `${origin}/account`
  return renderMail(
    email,
    'This is your Framewise email now',
    createElement(EmailChangeConfirmed, { name, url }),
  )
}

/** @param name of the inviting owner */
export function inviteMail({ name, email, origin }: Recipient, token: string): Promise<Mail> {
  const url = `${origin}/invited?token=${token}`
  return renderMail(email, 'You are invited to Framewise', createElement(Invite, { name, url }))
}

/** After a request to delete the account. */
export function deletionScheduledMail(
  { name, email, origin }: Recipient,
  deleteAt: Date,
): Promise<Mail> {
  const url = `${origin}/login`
  return renderMail(
    email,
    'Your Framewise account will be deleted',
    createElement(DeletionScheduled, { name, when: inUtc(deleteAt), url }),
  )
}

const inUtc = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** After a log-in with a new device. */
export function newDeviceMail(
  { name, email, origin }: Recipient,
  device: string,
  at: Date,
): Promise<Mail> {
  const url = `${origin}/account/sessions`
  const when = inUtc(at)
  return renderMail(
    email,
    'A new device logged in to Framewise',
    createElement(NewDevice, { name, device, when, url }),
  )
}

/** Plain text already contains the button's URL: the copy below the button is left out. */
const selectors = [...plainTextSelectors, { selector: '.address', format: 'skip' }]

async function renderMail(to: string, subject: string, element: ReactElement): Promise<Mail> {
  const html = await render(element)
  return { to, subject, html, text: toPlainText(html, { selectors }) }
}
