import { NavLink } from '#components/ui/NavLink.tsx'

/** The two sides of the studio. */
export function StudioNav() {
  return (
    <nav aria-label="Studio" className="flex gap-6">
      <NavLink href="/studio" exact>
        Videos
      </NavLink>
      <NavLink href="/studio/members">Members</NavLink>
    </nav>
  )
}
