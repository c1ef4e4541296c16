import { EmailLayout } from './EmailLayout.tsx'

export function Invite({ name, url }: { name: string; url: string }) {
  return (
    <EmailLayout
      heading="You are invited"
      preview={`${name} invites you to watch.`}
      action={{ label: 'Create your account', url }}
      footer="The link works once, for a week. If you do not want an account, ignore this email."
    >
      {name} invites you to watch. Choose a name and a password to create your account.
    </EmailLayout>
  )
}
