import { writeName } from '#db/users.ts'

/** @param name as `nameSchema` hands it on. */
export function renameMember(memberId: string, name: string): Promise<void> {
  return writeName(memberId, name)
}
