import { once } from 'node:events'
import { get } from 'node:http'
import type { Page } from '@playwright/test'
import { makePerson } from '#testing/people.ts'
import { expect, logIn, test } from '../fixtures.ts'
import { forgetVideo, watchedVideo } from '../watchedVideo.ts'

/* The numbers are those of the checklist in docs/security.md. */

const OPEN = ['/', '/login', '/signup', '/forgot', '/reset?token=x', '/verify?token=x', '/nowhere']
const PRIVATE = ['/videos', '/history', '/account', '/account/sessions']

test('42, 43, 45, 47: every page has a content policy and obeys it, and private pages are not cached', async ({
  page,
}) => {
  const owner = await makePerson({ role: 'owner' })
  const video = await watchedVideo(owner.id)
  const studio = [
    '/studio',
    '/studio/members',
    `/studio/videos/${video.id}`,
    `/studio/videos/${video.id}/analytics`,
    `/studio/videos/${video.id}/viewers/${owner.id}`,
  ]
  const violations = await noteViolations(page)
  const nonces = new Set<string>()
  const visit = async (path: string) => {
    const answer = await page.goto(path)
    const headers = answer?.headers() ?? {}
    expect(headers, path).toMatchObject(SECURITY_HEADERS)
    expect(headers, path).not.toHaveProperty('x-powered-by')
    const policy = headers['content-security-policy'] ?? ''
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy, path).toContain(part)
    const nonce = /'nonce-([^']{22,})'/.exec(policy)?.[1] ?? ''
    expect(nonces.has(nonce), path).toBe(false)
    nonces.add(nonce)
    return headers['cache-control']
  }
  for (const path of OPEN) await visit(path)
  await logIn(page, owner)
  for (const path of [...PRIVATE, ...studio, `/videos/${video.id}`])
    expect(await visit(path), path).toContain('no-store')
  expect(violations).toEqual([])
  await forgetVideo(video)
})

test.describe('an injected script', () => {
  // React reports that the page differs from the one it rendered.
  test.use({ expectedErrors: [/violates the following Content Security Policy|React error #418/] })

  test('42: does not run', async ({ page }) => {
    const violations = await noteViolations(page)
    await page.route('/login', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace('</main>', `${INJECTED}</main>`)
      await route.fulfill({ response, body })
    })
    await page.goto('/login')
    await expect.poll(() => violations).toContain('script-src-elem inline')
    await expect.poll(() => violations).toContain('script-src-attr inline')
    await expect(page).toHaveTitle(/^Log in/)
  })
})

test('43: every other response has the security headers', async ({ request }) => {
  const asked = ['/api/health', '/api/watch', '/media/nothing.mp4', '/icon.svg', '/api/auth/csrf']
  for (const path of asked) {
    const answer = await request.get(path)
    expect(answer.headers(), path).toMatchObject(SECURITY_HEADERS)
    expect(answer.headers(), path).not.toHaveProperty('x-powered-by')
  }
})

test('an upgrade request is answered like any other, so no socket stays open', async ({
  baseURL,
}) => {
  const headers = { connection: 'Upgrade', upgrade: 'websocket' }
  const asking = get(new URL('/nowhere', baseURL), { headers })
  const [answer] = await once(asking, 'response')
  expect(answer.statusCode).toBe(404)
  answer.resume()
})

test('the image optimizer is off', async ({ request }) => {
  const answer = await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')
  expect(answer.status()).toBe(404)
})

const INJECTED = `<script>document.title = 'taken over'</script>
<img src="x:" onerror="document.title = 'taken over'">`

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': expect.stringContaining('strict-origin'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
}

/** Collects the directives that pages of this tab violate from now on. */
async function noteViolations(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (what: string) => violations.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      Object(window).noteViolation(`${effectiveDirective} ${blockedURI}`),
    )
  })
  return violations
}
