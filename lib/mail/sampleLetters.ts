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
  type Recipient,
  resetLetter,
} from './letters.ts'
import type { Mail } from './mail.ts'

/** Of the length a real one has. */
const TOKEN = 'sample-token-XlA0pV2m1Qy7c3JtW8eKbN5rZs9uHfGd'
const MOMENT = new Date('2026-01-02T03:04:00Z')

/** Every mail of the site, by the name of its template in `emails/`, as `someone` would get it. */
export function sampleLetters(someone: Recipient): Record<string, () => Promise<Mail>> {
  return {
    confirmEmail: () => confirmLetter(someone, TOKEN),
    alreadyMember: () => alreadyMemberLetter(someone),
    resetPassword: () => resetLetter(someone, TOKEN),
    passwordChanged: () => passwordChangedLetter(someone),
    newEmail: () => newEmailLetter(someone, TOKEN),
    emailChanged: () => emailChangedLetter(someone, TOKEN),
    emailIsNew: () => emailIsNewLetter(someone),
    invite: () => inviteLetter(someone, TOKEN),
    newDevice: () => newDeviceLetter(someone, 'Firefox on Linux', MOMENT),
    leaving: () => leavingLetter(someone, MOMENT),
  }
}
