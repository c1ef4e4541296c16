export const INVITE_MESSAGES = {
  unknown: 'This invitation is not one of ours, or was taken back. Ask whoever invited you.',
  expired: 'This invitation is more than a week old. Ask for a new one.',
  used: 'This invitation has been used: there is an account with your address. Log in.',
  busy: 'Many people are signing up just now. Try again in a few seconds; the link is still good.',
}
