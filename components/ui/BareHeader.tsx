import { Brand } from './Brand.tsx'

/** The line above a page of which nobody knows who looks at it. */
export function BareHeader() {
  return (
    <header className="border-b border-line px-4 py-2.5 sm:px-8">
      <Brand />
    </header>
  )
}
