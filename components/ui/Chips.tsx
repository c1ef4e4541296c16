import Link from 'next/link'
import { Pending } from './Pending.tsx'

type Props = { label: string; chips: { href: string; name: string; isCurrent: boolean }[] }

/** Exclusive filters as links: the choice is part of the URL. */
export function Chips({ label, chips }: Props) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ href, name, isCurrent }) => (
          <li key={name}>
            <Link
              prefetch={false}
              href={href}
              scroll={false}
              aria-current={isCurrent ? 'true' : undefined}
              className="inline-flex min-h-8 items-center rounded-full border border-line px-3.5 py-1 text-sm text-mute hover:text-text aria-[current]:border-mute aria-[current]:text-text"
            >
              {name}
              <Pending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
