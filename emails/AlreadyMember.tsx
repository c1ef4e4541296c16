import { EmailLayout } from './EmailLayout.tsx'

export function AlreadyMember({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="You already have an account"
      preview="Someone, perhaps you, signed up with this address again."
      action={{ label: 'Log in', url }}
      footer="If it was not you, there is nothing to do: your account is as it was."
    >
      Hello {name}, someone signed up with this address, which already has an account. If it was
      you, log in. If you forgot the password, the log-in page helps.
    </EmailLayout>
  )
}
