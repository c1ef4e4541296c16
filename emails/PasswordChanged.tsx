import { EmailLayout } from './EmailLayout.tsx'

export function PasswordChanged({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="Your password was changed"
      preview="All other devices were logged out."
      action={{ label: 'Set another password', url }}
      footer="If it was you, there is nothing to do. If it was not, set another password at once."
    >
      Hello {name}, the password of your account was changed just now.
    </EmailLayout>
  )
}
