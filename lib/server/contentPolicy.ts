import { originsFor } from '#lib/videos/hosts/hostFacts.ts'

type Setting = { isHttps: boolean; isDev: boolean }

const scripts = originsFor('scripts').join(' ')
const frames = originsFor('frames').join(' ')
const requests = originsFor('requests').join(' ')
const media = originsFor('media').join(' ')
const images = originsFor('images').join(' ')

/**
 * The Content-Security-Policy of a page. Scripts need the nonce of this response, or are loaded by a
 * script that has it; inline scripts without it are blocked. Inline styles are allowed: React writes
 * `style` attributes, and media-chrome adds style sheets to shadow roots.
 * @param nonce new for each response, base64
 */
export function contentPolicy(nonce: string, { isHttps, isDev }: Setting): string {
  const policy = [
    "default-src 'self'",
    // The hosts' origins are for browsers without `strict-dynamic`; the others ignore them.
    // React's development build needs `eval`.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' ${scripts}${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${images}`,
    `connect-src 'self' ${requests}`,
    `media-src 'self' blob: ${media}`,
    `frame-src ${frames}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return (isHttps ? [...policy, 'upgrade-insecure-requests'] : policy).join('; ')
}
