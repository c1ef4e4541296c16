import { EmailLayout } from './EmailLayout.tsx'

export function ConfirmNewEmail({ url }: { url: string }) {
  return (
    <EmailLayout
      heading="Confirm your new email"
      preview="One press, and your account has this address."
      action={{ label: 'Confirm new email', url }}
      footer="The link works once, for 24 hours. If you did not ask for it, leave it: nothing happens without it."
    >
      Hello, you asked to use this address for your account from now on. Every device that is logged
      in now will be logged out.
    </EmailLayout>
  )
}
