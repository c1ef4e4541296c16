import type { TextPart } from '#lib/search/highlight.ts'

/** A text with the matches of a search highlighted. */
export function Highlighted({ parts }: { parts: readonly TextPart[] }) {
  let at = 0
  return parts.map(({ text, isMatch }) => {
    const key = at
    at += text.length
    return isMatch ? (
      <mark key={key} className="rounded-xs bg-accent/25 font-medium text-text">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
