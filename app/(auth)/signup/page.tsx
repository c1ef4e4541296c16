import type { Metadata } from 'next'
import { createAccount, sendItAgain } from './actions.ts'
import { SignupForm } from './SignupForm.tsx'

export const metadata: Metadata = { title: 'Sign up' }

export default function SignupPage() {
  return <SignupForm createAccount={createAccount} sendItAgain={sendItAgain} />
}
