import { EmailLayout } from './EmailLayout.tsx'

export function ResetPassword({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="Set a new password"
      preview="The link you asked for."
      action={{ label: 'Set new password', url }}
      footer="The link works once, for an hour. If you did not ask for it, leave it: your password stays."
    >
      Hello {name}, here you can set a new password. Every device that is logged in now will be
      logged out.
    </EmailLayout>
  )
}
