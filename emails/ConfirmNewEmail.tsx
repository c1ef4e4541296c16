import { EmailLayout } from './EmailLayout.tsx'

export function ConfirmNewEmail({ url }: { url: string }) {
  return (
    <EmailLayout
      heading="Confirm your new email"
      preview="Confirm that your account uses this address."
      action={{ label: 'Confirm new email', url }}
      footer="The link works once, for 24 hours. If you did not request it, ignore this email."
    >
      Hello, you asked to use this address for your account from now on. Every device that is logged
      in now will be logged out.
    </EmailLayout>
  )
}
