import type { Limit } from './rateLimiter.ts'

const FIVE_MINUTES = 5 * 60
const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/**
 * By account and address together, so that a stranger elsewhere does not shut the owner out; by
 * account alone, against many addresses; by address alone, against many accounts.
 */
export function loginLimits(email: string, address: string): Limit[] {
  return [
    { kind: 'login', key: `${email} ${address}`, max: 10, windowSeconds: FIVE_MINUTES },
    { kind: 'login-account', key: email, max: 60, windowSeconds: HOUR },
    { kind: 'login-address', key: address, max: 100, windowSeconds: FIVE_MINUTES },
  ]
}

export function signupLimits(address: string): Limit[] {
  return [{ kind: 'signup-address', key: address, max: 100, windowSeconds: QUARTER_HOUR }]
}

/** While typing: a pause each, and many behind one address. */
export function signupCheckLimits(address: string): Limit[] {
  return [{ kind: 'signup-check', key: address, max: 120, windowSeconds: FIVE_MINUTES }]
}

/** Counted for addresses that nobody has, too: the answer must not tell. */
export function mailLimits(purpose: string, email: string): Limit[] {
  return [{ kind: `mail-${purpose}`, key: email, max: 3, windowSeconds: HOUR }]
}

/** Asking for mails, guessing tokens, changing passwords: by address. */
export function addressLimits(kind: string, address: string): Limit[] {
  return [{ kind: `${kind}-address`, key: address, max: 100, windowSeconds: QUARTER_HOUR }]
}

/** Guessing the current password from a browser that was left open. */
export function passwordLimits(userId: string): Limit[] {
  return [{ kind: 'password', key: userId, max: 10, windowSeconds: QUARTER_HOUR }]
}
