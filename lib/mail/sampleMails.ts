import type { Mail } from './mail.ts'
import {
  alreadyMemberMail,
  confirmMail,
  deletionScheduledMail,
  emailChangeConfirmedMail,
  emailChangedMail,
  inviteMail,
  newDeviceMail,
  newEmailMail,
  passwordChangedMail,
  type Recipient,
  resetMail,
} from './templates.ts'

/** Of the length a real one has. */
const TOKEN = 'sample-token-XlA0pV2m1Qy7c3JtW8eKbN5rZs9uHfGd'
const MOMENT = new Date('2026-01-02T03:04:00Z')

/** Every mail of the site, by the name of its template in `emails/`, as `someone` would get it. */
export function sampleMails(someone: Recipient): Record<string, () => Promise<Mail>> {
  return {
    confirmEmail: () => confirmMail(someone, TOKEN),
    alreadyMember: () => alreadyMemberMail(someone),
    resetPassword: () => resetMail(someone, TOKEN),
    passwordChanged: () => passwordChangedMail(someone),
    confirmNewEmail: () => newEmailMail(someone, TOKEN),
    emailChanged: () => emailChangedMail(someone, TOKEN),
    emailChangeConfirmed: () => emailChangeConfirmedMail(someone),
    invite: () => inviteMail(someone, TOKEN),
    newDevice: () => newDeviceMail(someone, 'Firefox on Linux', MOMENT),
    deletionScheduled: () => deletionScheduledMail(someone, MOMENT),
  }
}
