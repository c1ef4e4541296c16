import type { Limit } from './rateLimiter.ts'

const FIVE_MINUTES = 5 * 60
const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/**
 * Per account and address, so that an attacker elsewhere cannot lock a member out; per account, against
 * many addresses; per address, against many accounts.
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

/** Sent while the address is typed, debounced; many members can share one network address. */
export function signupCheckLimits(address: string): Limit[] {
  return [{ kind: 'signup-check', key: address, max: 120, windowSeconds: FIVE_MINUTES }]
}

/** Counted for unknown addresses too: the response must not reveal whether one is known. */
export function mailLimits(purpose: string, email: string): Limit[] {
  return [{ kind: `mail-${purpose}`, key: email, max: 3, windowSeconds: HOUR }]
}

/** Requesting mails, guessing tokens, changing passwords: per network address. */
export function addressLimits(kind: string, address: string): Limit[] {
  return [{ kind: `${kind}-address`, key: address, max: 100, windowSeconds: QUARTER_HOUR }]
}

/** Guessing the current password from a browser that was left open. */
export function passwordLimits(userId: string): Limit[] {
  return [{ kind: 'password', key: userId, max: 10, windowSeconds: QUARTER_HOUR }]
}
