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
 * The error message for a new password; null when it is acceptable. Lengths are in code points, so an
 * emoji counts as one. No composition rules: they make passwords worse (NIST SP 800-63B). Browser-safe.
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

/** A phrase may contain the site's name if it is long enough without it. */
function isSiteName(folded: string): boolean {
  const rest = folded.replaceAll(SITE_NAME, '')
  return rest !== folded && [...rest].length < PASSWORD_MIN
}
