export type Role = 'member' | 'owner'

/** A user as passed to pages. Browser-safe: no hash, no session. */
export type Member = {
  id: string
  email: string
  name: string
  role: Role
  /** Null until the address is confirmed; until then the user can log in, but not watch. */
  emailVerifiedAt: Date | null
}
