/** A word of a text: its position, and the normalised term it is indexed under. */
export type Token = { term: string; start: number; end: number }

// Also segments scripts that put no spaces between words.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Longer terms are truncated. */
const MAX_TERM_CHARS = 40

/** The words of a text in order. Terms ignore case, accents and apostrophes. */
export function tokenize(text: string): Token[] {
  const words: Token[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const term = isWordLike ? fold(segment) : ''
    if (term !== '') words.push({ term, start: index, end: index + segment.length })
  }
  return words
}

export const termsOf = (text: string): string[] => tokenize(text).map(({ term }) => term)

function fold(word: string): string {
  const plain = word.normalize('NFKD').replace(/[\p{M}'’]/gu, '')
  return plain.toLowerCase().slice(0, MAX_TERM_CHARS)
}
