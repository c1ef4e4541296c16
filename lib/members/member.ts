export type Role = 'member' | 'owner'

/** Someone with an account, as every page may know them. Browser-safe: no hash, no session. */
export type Member = {
  id: string
  email: string
  name: string
  role: Role
  /** Null until the address is confirmed; until then they may log in, but not watch. */
  emailVerifiedAt: Date | null
}
