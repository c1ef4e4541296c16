import commonPasswords from './commonPasswords.json' with { type: 'json' }

export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128
export const SITE_NAME = 'framewise'

/**
 * The 3,670 passwords of eight characters and more that occur most often in leaks, in lower case.
 * Source: the top 3,500 of SecLists' list of 10 million and of zxcvbn's.
 */
const common = new Set(commonPasswords)

/**
 * What is wrong with a new password, as a sentence to stand beside its field; null when nothing is.
 * Lengths are in code points, so an emoji is one. No rules of composition: they make passwords worse
 * (NIST SP 800-63B). Browser-safe.
 */
export function passwordProblem(password: string): string | null {
  const length = [...password].length
  if (length === 0) return 'Choose a password.'
  if (length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters.`
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`
  const folded = password.toLowerCase()
  if (common.has(folded)) return 'This password is one of the most common. Choose another.'
  if (isSiteName(folded)) return 'The name of this site does not make a password. Choose another.'
  return null
}

/** A phrase may hold the site's name, if enough is left of it without. */
function isSiteName(folded: string): boolean {
  const rest = folded.replaceAll(SITE_NAME, '')
  return rest !== folded && [...rest].length < PASSWORD_MIN
}
