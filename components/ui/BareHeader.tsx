import { Brand } from './Brand.tsx'

/** The header of pages that do not read the session. */
export function BareHeader() {
  return (
    <header className="border-b border-line px-4 py-2.5 sm:px-8">
      <Brand />
    </header>
  )
}
