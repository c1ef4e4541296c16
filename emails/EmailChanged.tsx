import { EmailLayout } from './EmailLayout.tsx'

export function EmailChanged({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="Your email was changed"
      preview="This address does not belong to your account any more."
      action={{ label: 'Undo the change', url }}
      footer="If it was you, there is nothing to do. The link works for 72 hours, and you set a new password."
    >
      Hello {name}, the email address of your account was changed. If it was not you, undo the
      change.
    </EmailLayout>
  )
}
