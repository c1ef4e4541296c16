import { type Token, tokenize } from './tokenize.ts'

/** A piece of a text, and whether it matches the query. */
export type TextPart = { text: string; isMatch: boolean }

/** Splits a text at the words whose terms matched. */
export function highlightTerms(text: string, terms: ReadonlySet<string>): TextPart[] {
  return splitAtMatches(
    text,
    tokenize(text).filter(({ term }) => terms.has(term)),
    0,
    text.length,
  )
}

/** Of an excerpt, before the first match. */
const CHARS_BEFORE_MATCH = 50

/** About `length` characters of a text around the first match, split at the matches. */
export function highlightExcerpt(
  text: string,
  terms: ReadonlySet<string>,
  length: number,
): TextPart[] {
  const tokens = tokenize(text)
  const matches = tokens.filter(({ term }) => terms.has(term))
  const from = Math.max(
    0,
    Math.min((matches[0]?.start ?? 0) - CHARS_BEFORE_MATCH, text.length - length),
  )
  const start = from === 0 ? 0 : (tokens.find((token) => token.start >= from)?.start ?? from)
  const last = tokens.findLast(({ end }) => end <= start + length)
  const end = text.length <= start + length ? text.length : Math.max(last?.end ?? 0, start)
  const parts = splitAtMatches(text, matches, start, end)
  if (start > 0) parts.unshift({ text: '… ', isMatch: false })
  if (end < text.length) parts.push({ text: ' …', isMatch: false })
  return parts
}

function splitAtMatches(text: string, matches: Token[], start: number, end: number): TextPart[] {
  const parts: TextPart[] = []
  let at = start
  const add = (to: number, isMatch: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isMatch })
    at = Math.max(at, to)
  }
  for (const match of matches) {
    if (match.start < at || match.end > end) continue
    add(match.start, false)
    add(match.end, true)
  }
  add(end, false)
  return parts
}
