import type { Metadata } from 'next'
import { sendResetLink } from './actions.ts'
import { ForgotForm } from './ForgotForm.tsx'

export const metadata: Metadata = { title: 'Forgot your password?' }

export default function ForgotPage() {
  return <ForgotForm sendResetLink={sendResetLink} />
}
