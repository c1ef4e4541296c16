import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import type { ListedMember } from '#lib/members/listMembers.ts'
import { disableMember, enableMember, makeMemberOwner, stepDownMyself } from './actions.ts'

/** The buttons for a member, or for the owner's own account. */
export function MemberActions({ member, isMe }: { member: ListedMember; isMe: boolean }) {
  const button = (action: FormAction, label: string) => (
    <ButtonForm action={action} label={label} about={member.name}>
      <input type="hidden" name="member" value={member.id} />
    </ButtonForm>
  )
  if (isMe) return button(stepDownMyself, 'Step down')
  if (member.disabledAt) return button(enableMember, 'Enable')
  const mayOwn = member.role === 'member' && member.emailVerifiedAt
  return (
    <>
      {mayOwn ? button(makeMemberOwner, 'Make owner') : null}
      {button(disableMember, 'Disable')}
    </>
  )
}
