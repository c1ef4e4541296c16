import { EmailLayout } from './EmailLayout.tsx'

export function EmailChangeConfirmed({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="This is your email now"
      preview="You log in with this address from now on."
      action={{ label: 'Your account', url }}
      footer="We also wrote to your former address, which can undo the change for 72 hours."
    >
      Hello {name}, this address belongs to your account now. You log in with it from now on.
    </EmailLayout>
  )
}
