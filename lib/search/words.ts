/** A word of a text: where it stands there, and what it is looked up by. */
export type Word = { term: string; start: number; end: number }

// Knows words of scripts that put no spaces between them, too.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A longer "word" is none that anybody types. */
const LONGEST = 40

/** The words of a text in their order. Case, accents and apostrophes make no other word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const term = isWordLike ? fold(segment) : ''
    if (term !== '') words.push({ term, start: index, end: index + segment.length })
  }
  return words
}

export const termsOf = (text: string): string[] => wordsOf(text).map(({ term }) => term)

function fold(word: string): string {
  const plain = word.normalize('NFKD').replace(/[\p{M}'’]/gu, '')
  return plain.toLowerCase().slice(0, LONGEST)
}
