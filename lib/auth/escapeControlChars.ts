/** Untrusted text as one line of at most 100 characters, control characters as `\u` escapes. */
export function escapeControlChars(text: string): string {
  const toEscape = (char: string) =>
    `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  return text.slice(0, 100).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, toEscape)
}
