import { writeName } from '#db/users.ts'

/** @param name validated by `nameSchema` */
export function renameMember(memberId: string, name: string): Promise<void> {
  return writeName(memberId, name)
}
