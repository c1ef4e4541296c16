/** Text from outside as one line of at most 100 characters: what controls is spelt out. */
export function escapeControlChars(text: string): string {
  const spelt = (sign: string) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  return text.slice(0, 100).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, spelt)
}
