import { EmailLayout } from './EmailLayout.tsx'

export function ConfirmEmail({ url }: { url: string }) {
  return (
    <EmailLayout
      heading="Confirm your email"
      preview="One press, and you can watch."
      action={{ label: 'Confirm email', url }}
      footer="The link works once, for 24 hours. If you did not sign up, leave it: nothing happens without it."
    >
      Hello, you signed up with this address. Confirm it, and you can watch.
    </EmailLayout>
  )
}
