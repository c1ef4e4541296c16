import { NavLink } from '#components/ui/NavLink.tsx'

/** The sections of the studio. */
export function StudioNav() {
  return (
    <nav aria-label="Studio" className="flex gap-6">
      <NavLink href="/studio" exact>
        Overview
      </NavLink>
      <NavLink href="/studio/collections">Collections</NavLink>
      <NavLink href="/studio/members">Members</NavLink>
    </nav>
  )
}
