/** @returns one or two letters: "Ada Morgan" is AM, "ada" is A. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return `${firstLetter(first)}${firstLetter(last)}`.toUpperCase() || '?'
}

/** By code point: a letter may be two UTF-16 units. */
const firstLetter = (word: string) => [...word][0] ?? ''
