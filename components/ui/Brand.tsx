import Link from 'next/link'

/** The logo: one lit frame, and the name. */
export function BrandMark() {
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden="true" className="h-3.5 w-2.5 rounded-[3px] bg-accent" />
      <span className="display text-xl">Framewise</span>
    </span>
  )
}

/** The logo as a link to the home page. */
export function Brand({ href = '/' }: { href?: string }) {
  return (
    <Link href={href}>
      <BrandMark />
    </Link>
  )
}
