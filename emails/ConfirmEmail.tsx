import { EmailLayout } from './EmailLayout.tsx'

export function ConfirmEmail({ url }: { url: string }) {
  return (
    <EmailLayout
      heading="Confirm your email"
      preview="Confirm your address to start watching."
      action={{ label: 'Confirm email', url }}
      footer="The link works once, for 24 hours. If you did not sign up, ignore this email."
    >
      Hello, you signed up with this address. Confirm it to start watching.
    </EmailLayout>
  )
}
