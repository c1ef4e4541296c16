import { EmailLayout } from './EmailLayout.tsx'

export function ResetPassword({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="Set a new password"
      preview="The link you requested."
      action={{ label: 'Set new password', url }}
      footer="The link works once, for an hour. If you did not request it, ignore this email: your password stays the same."
    >
      Hello {name}, here you can set a new password. Every device that is logged in now will be
      logged out.
    </EmailLayout>
  )
}
