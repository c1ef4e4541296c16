import { Children, type ReactNode } from 'react'

/** A responsive grid of cards. */
export function CardGrid({ children }: { children: ReactNode }) {
  return (
    <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {Children.map(children, (card) => (
        <li>{card}</li>
      ))}
    </ul>
  )
}
