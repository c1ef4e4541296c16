import type { Part } from '#lib/search/marked.ts'

/** A text in which the words that were looked for are marked. */
export function Marked({ parts }: { parts: readonly Part[] }) {
  let at = 0
  return parts.map(({ text, isFound }) => {
    const key = at
    at += text.length
    return isFound ? (
      <mark key={key} className="rounded-xs bg-accent/25 font-medium text-text">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
