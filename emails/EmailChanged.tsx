import { EmailLayout } from './EmailLayout.tsx'

export function EmailChanged({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="Your email was changed"
      preview="This address does not belong to your account any more."
      action={{ label: 'It was not me: undo it', url }}
      footer="If it was you, there is nothing to do. The link works for 72 hours and has you set a new password."
    >
      Hello {name}, your account has another address now, and the mails for it go there. If it was
      not you, take it back.
    </EmailLayout>
  )
}
