import { originsFor } from '#lib/videos/hosts/hosts.ts'

type Setting = { isHttps: boolean; isDev: boolean }

const scripts = originsFor('scripts').join(' ')
const frames = originsFor('frames').join(' ')
const requests = originsFor('requests').join(' ')
const media = originsFor('media').join(' ')
const images = originsFor('images').join(' ')

/**
 * What a page may load and who may frame it. Scripts run by the nonce of this one answer, and
 * scripts they load; an inline script without it does not. Styles may stand inline: React writes
 * `style` attributes, and media-chrome puts its sheets into shadow roots.
 * @param nonce new for each answer, base64
 */
export function contentPolicy(nonce: string, { isHttps, isDev }: Setting): string {
  const policy = [
    "default-src 'self'",
    // The hosts' scripts are for browsers that do not know `strict-dynamic`; the others ignore them.
    // React's tools for developers evaluate text.
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
