import type { ReactNode } from 'react'

export type PageWidth = 'form' | 'reading' | 'studio' | 'watch'

const widths: Record<PageWidth, string> = {
  form: 'max-w-form',
  reading: 'max-w-reading',
  studio: 'max-w-studio',
  watch: 'max-w-watch',
}

/** The `<main>` element of a page, in the width its content needs. */
export function Page({ width = 'studio', children }: { width?: PageWidth; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="flex-1 px-4 py-8 sm:px-6">
      <div className={`mx-auto flex w-full flex-col gap-8 ${widths[width]}`}>{children}</div>
    </main>
  )
}
