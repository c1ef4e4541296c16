import type { ReactNode } from 'react'
import { buttonClass } from './buttonClass.ts'

type Props = {
  path: string
  label: string
  search: string
  /** Hidden fields: what else is in the address. */
  children?: ReactNode
}

/** Searches a list by its address; needs no script. */
export function SearchForm({ path, label, search, children }: Props) {
  return (
    <search>
      <form action={path} className="flex items-center gap-2">
        {children}
        <input
          type="search"
          name="search"
          aria-label={label}
          placeholder={label}
          defaultValue={search}
          key={search}
          maxLength={200}
          className="min-h-9 w-52 rounded-full border border-edge bg-transparent px-3.5 text-sm text-text placeholder:text-mute"
        />
        <button type="submit" className={buttonClass('plain')}>
          Search
        </button>
      </form>
    </search>
  )
}
