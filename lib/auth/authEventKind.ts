/** The recorded events of an account, with their labels in the interface. Browser-safe. */
export const EVENT_LABELS = {
  'log-in': 'Logged in',
  'log-out': 'Logged out',
  'wrong-password': 'Wrong password',
  'new-device': 'New device logged in',
  'password-reset': 'Password reset by email',
  'password-changed': 'Password changed',
  'email-changed': 'Email changed',
  'email-undone': 'Email change undone',
  'made-owner': 'Made an owner',
  'stepped-down': 'No longer an owner',
  disabled: 'Account disabled',
  enabled: 'Account enabled',
  leaving: 'Account deletion requested',
  'came-back': 'Account deletion cancelled',
  'session-ended': 'Logged out a device',
  'sessions-ended': 'Logged out all other devices',
} as const

export type AuthEventKind = keyof typeof EVENT_LABELS

export function eventLabel(kind: string): string {
  return Object.hasOwn(EVENT_LABELS, kind) ? EVENT_LABELS[kind as AuthEventKind] : kind
}
