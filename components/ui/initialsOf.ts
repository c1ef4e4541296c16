/** @returns one or two letters for a person: "Ada Morgan" is AM, "ada" is A. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return `${firstLetter(first)}${firstLetter(last)}`.toUpperCase() || '?'
}

/** By code point: a name may begin outside the 16-bit letters. */
const firstLetter = (word: string) => [...word][0] ?? ''
