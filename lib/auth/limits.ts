import type { Limit } from './rateLimiter.ts'

const MINUTES = 5 * 60
const QUARTER = 15 * 60
const HOUR = 60 * 60

/**
 * By account and address together, so that a stranger elsewhere does not shut the owner out; by
 * account alone, against many addresses; by address alone, against many accounts.
 */
export function loginLimits(email: string, address: string): Limit[] {
  return [
    { kind: 'login', key: `${email} ${address}`, most: 10, seconds: MINUTES },
    { kind: 'login-account', key: email, most: 60, seconds: HOUR },
    { kind: 'login-address', key: address, most: 100, seconds: MINUTES },
  ]
}

export function signupLimits(address: string): Limit[] {
  return [{ kind: 'signup-address', key: address, most: 100, seconds: QUARTER }]
}

/** While typing: a pause each, and many behind one address. */
export function signupCheckLimits(address: string): Limit[] {
  return [{ kind: 'signup-check', key: address, most: 120, seconds: MINUTES }]
}

/** Counted for addresses that nobody has, too: the answer must not tell. */
export function mailLimits(purpose: string, email: string): Limit[] {
  return [{ kind: `mail-${purpose}`, key: email, most: 3, seconds: HOUR }]
}

/** Asking for mails, guessing tokens, changing passwords: by address. */
export function addressLimits(kind: string, address: string): Limit[] {
  return [{ kind: `${kind}-address`, key: address, most: 100, seconds: QUARTER }]
}

/** Guessing the current password from a browser that was left open. */
export function passwordLimits(userId: string): Limit[] {
  return [{ kind: 'password', key: userId, most: 10, seconds: QUARTER }]
}
