import type { ReactNode } from 'react'
import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email'

type Props = {
  heading: string
  /** The preview text that mail programs show beside the subject. */
  preview: string
  /** The button. Its URL is repeated below as text, for mail programs that show no buttons. */
  action: { label: string; url: string }
  children: ReactNode
  /** What to do if the mail was not requested. */
  footer: string
}

const serif = 'Newsreader, "Iowan Old Style", Georgia, serif'
const sans = 'Geist, ui-sans-serif, system-ui, sans-serif'
// Mail programs support no custom properties: the light theme of app/globals.css as sRGB.
const paper = '#f9f6f2'
const ink = '#241e1a'
const mute = '#5c5751'
const line = '#dfdad4'
const accent = '#c57722'
const onAccent = '#201308'

/** The layout of every mail: a text, one button, and why it was sent. */
export function EmailLayout({ heading, preview, action, children, footer }: Props) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: paper, color: ink, fontFamily: sans, margin: 0 }}>
        <Container style={{ maxWidth: 480, padding: '40px 24px' }}>
          <Text style={{ fontFamily: serif, fontSize: 20, margin: '0 0 32px' }}>Framewise</Text>
          <Heading as="h1" style={{ fontFamily: serif, fontSize: 28, fontWeight: 400, margin: 0 }}>
            {heading}
          </Heading>
          <Text style={{ fontSize: 16, lineHeight: '24px', margin: '16px 0 24px' }}>
            {children}
          </Text>
          <Action {...action} />
          <Hr style={{ borderColor: line, margin: '32px 0 16px' }} />
          <Text style={{ color: mute, fontSize: 14, margin: 0 }}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  )
}

function Action({ label, url }: { label: string; url: string }) {
  const shape = { borderRadius: 8, fontWeight: 500, padding: '12px 20px' }
  return (
    <>
      <Button href={url} style={{ ...shape, backgroundColor: accent, color: onAccent }}>
        {label}
      </Button>
      <Text className="address" style={{ color: mute, fontSize: 14, wordBreak: 'break-all' }}>
        {url}
      </Text>
    </>
  )
}
