/** What is noted of an account, in the words in which its member reads it. Browser-safe. */
export const EVENT_LABELS = {
  'log-in': 'Logged in',
  'log-out': 'Logged out',
  'wrong-password': 'Wrong password',
  'new-device': 'First log-in with this device',
  'password-reset': 'New password set by mail',
  'password-changed': 'Password changed',
  'email-changed': 'Email changed',
  'email-undone': 'Change of email undone',
  'made-owner': 'Made an owner',
  'stepped-down': 'No longer an owner',
  disabled: 'Account closed',
  enabled: 'Account opened again',
  leaving: 'Asked to delete the account',
  'came-back': 'Kept the account after all',
  'session-ended': 'Ended a log-in elsewhere',
  'sessions-ended': 'Ended all other log-ins',
} as const

export type AuthEventKind = keyof typeof EVENT_LABELS

export function eventLabel(kind: string): string {
  return Object.hasOwn(EVENT_LABELS, kind) ? EVENT_LABELS[kind as AuthEventKind] : kind
}
