import { type Word, wordsOf } from './words.ts'

/** A piece of a text, and whether it is what was looked for. */
export type Part = { text: string; isFound: boolean }

/** A text cut at the words that were found in it. */
export function markWords(text: string, found: ReadonlySet<string>): Part[] {
  return cut(
    text,
    wordsOf(text).filter(({ term }) => found.has(term)),
    0,
    text.length,
  )
}

/** How much of an excerpt stands before the first word that was found. */
const BEFORE = 50

/** At most about `length` letters of a text around the first word that was found, marked. */
export function excerptOf(text: string, found: ReadonlySet<string>, length: number): Part[] {
  const words = wordsOf(text)
  const hits = words.filter(({ term }) => found.has(term))
  const from = Math.max(0, Math.min((hits[0]?.start ?? 0) - BEFORE, text.length - length))
  const start = from === 0 ? 0 : (words.find((word) => word.start >= from)?.start ?? from)
  const last = words.findLast(({ end }) => end <= start + length)
  const end = text.length <= start + length ? text.length : Math.max(last?.end ?? 0, start)
  const parts = cut(text, hits, start, end)
  if (start > 0) parts.unshift({ text: '… ', isFound: false })
  if (end < text.length) parts.push({ text: ' …', isFound: false })
  return parts
}

function cut(text: string, hits: Word[], start: number, end: number): Part[] {
  const parts: Part[] = []
  let at = start
  const add = (to: number, isFound: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isFound })
    at = Math.max(at, to)
  }
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue
    add(hit.start, false)
    add(hit.end, true)
  }
  add(end, false)
  return parts
}
