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

/** As long as a real token. */
const TOKEN = 'sample-token-XlA0pV2m1Qy7c3JtW8eKbN5rZs9uHfGd'
const SAMPLE_TIME = new Date('2026-01-02T03:04:00Z')

/** Every mail of the site as sent to `recipient`, by the name of its template in `emails/`. */
export function sampleMails(recipient: Recipient): Record<string, () => Promise<Mail>> {
  return {
    confirmEmail: () => confirmMail(recipient, TOKEN),
    alreadyMember: () => alreadyMemberMail(recipient),
    resetPassword: () => resetMail(recipient, TOKEN),
    passwordChanged: () => passwordChangedMail(recipient),
    confirmNewEmail: () => newEmailMail(recipient, TOKEN),
    emailChanged: () => emailChangedMail(recipient, TOKEN),
    emailChangeConfirmed: () => emailChangeConfirmedMail(recipient),
    invite: () => inviteMail(recipient, TOKEN),
    newDevice: () => newDeviceMail(recipient, 'Firefox on Linux', SAMPLE_TIME),
    deletionScheduled: () => deletionScheduledMail(recipient, SAMPLE_TIME),
  }
}
