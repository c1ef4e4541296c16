import Link from 'next/link'

type Props = { trail: { href: string; name: string }[] }

/** Links to the pages above this one, the topmost first. */
export function Breadcrumbs({ trail }: Props) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-1.5">
        {trail.map(({ href, name }, i) => (
          <li key={href} className="flex gap-x-1.5">
            {i > 0 ? <span aria-hidden="true">/</span> : null}
            <Link href={href} className="min-w-0 wrap-anywhere hover:text-text hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
