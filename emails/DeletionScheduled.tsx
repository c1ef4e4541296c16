import { EmailLayout } from './EmailLayout.tsx'

export function DeletionScheduled({
  name,
  when,
  url,
}: {
  name: string
  when: string
  url: string
}) {
  return (
    <EmailLayout
      heading="Your account will be deleted"
      preview={`Log in before ${when} to keep it.`}
      action={{ label: 'Keep my account', url }}
      footer="If you want it deleted, there is nothing to do. If you did not ask for it, log in and change your password."
    >
      Hello {name}, your account and your watch history will be deleted on {when}. Until then a
      log-in is enough to keep it.
    </EmailLayout>
  )
}
