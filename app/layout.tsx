import '@fontsource-variable/geist/index.css'
import '@fontsource-variable/geist-mono/index.css'
import '@fontsource-variable/newsreader/opsz.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { fontNames } from './fonts.ts'

export const metadata: Metadata = {
  title: { default: 'Framewise', template: '%s · Framewise' },
  description: 'A membership site for video that knows, to the frame, what its members watched.',
}

export const viewport: Viewport = {
  colorScheme: 'dark light',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#120e0b' },
    { media: '(prefers-color-scheme: light)', color: '#f9f6f2' },
  ],
}

/** Pages are never prerendered: each response has its own script nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en" className={fontNames}>
      <body className="flex flex-col">
        <a
          href="#main"
          className="absolute top-2 left-2 z-50 -translate-y-16 rounded-control border border-line bg-raise px-4 py-2 text-sm focus:translate-y-0"
        >
          Skip to content
        </a>
        {children}
      </body>
    </html>
  )
}
