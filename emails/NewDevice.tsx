import { EmailLayout } from './EmailLayout.tsx'

type Props = { name: string; device: string; when: string; url: string }

export function NewDevice({ name, device, when, url }: Props) {
  return (
    <EmailLayout
      heading="A new device logged in"
      preview={`${device}, ${when}`}
      action={{ label: 'See where you are logged in', url }}
      footer="If it was you, there is nothing to do. If it was not, end that session and change your password."
    >
      Hello {name}, someone logged in to your account with a device we had not seen before: {device}
      , {when}.
    </EmailLayout>
  )
}
