import type { ReactNode } from 'react'
import { buttonClass } from './buttonClass.ts'

type Props = {
  path: string
  label: string
  search: string
  /** The name of the URL parameter. */
  name?: string
  /** `wide`: fills the width. `bare`: without a button. */
  shape?: 'plain' | 'wide' | 'bare'
  /** Hidden fields for the other URL parameters. */
  children?: ReactNode
}

/** A GET form that searches a list; works without JavaScript. */
export function SearchForm({
  path,
  label,
  search,
  name = 'search',
  shape = 'plain',
  children,
}: Props) {
  return (
    <search>
      <form action={path} className="flex items-center gap-2">
        {children}
        <input
          type="search"
          name={name}
          aria-label={label}
          placeholder={label}
          defaultValue={search}
          key={search}
          maxLength={200}
          className={`min-h-9 min-w-0 rounded-full border border-edge bg-transparent px-3.5 text-sm text-text placeholder:text-mute ${shape === 'wide' ? 'flex-1' : 'w-52'}`}
        />
        {shape === 'bare' ? null : (
          <button type="submit" className={buttonClass('plain')}>
            Search
          </button>
        )}
      </form>
    </search>
  )
}
