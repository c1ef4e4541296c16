import { logOut } from '#app/(auth)/actions.ts'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'

/** A form, so that logging out needs no script. */
export function LogOutForm() {
  return (
    <form action={logOut}>
      <SubmitButton kind="plain">Log out</SubmitButton>
    </form>
  )
}
