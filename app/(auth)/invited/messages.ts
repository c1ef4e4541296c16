export const INVITE_MESSAGES = {
  unknown: 'This invitation is invalid or was withdrawn. Ask for a new one.',
  expired: 'This invitation has expired. Ask for a new one.',
  used: 'This invitation was already used. Log in with your account.',
  busy: 'Many people are signing up right now. Try again in a few seconds; the link still works.',
}
