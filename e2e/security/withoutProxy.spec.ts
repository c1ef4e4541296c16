import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formFields } from '#testing/formFields.ts'
import { makePerson } from '#testing/people.ts'
import { expect, test } from '../fixtures.ts'
import { builtSite, cookiesOf, type OwnServer, startOwnServer } from './ownServer.ts'

/*
 * The build of the site without its proxy.ts, which must not be what keeps strangers out. The pages and
 * routes come from the build's manifest, so that new ones are tested too.
 */

const distDir = `${builtSite}-without-proxy`
let site: OwnServer

test.beforeAll(async () => {
  cpSync(builtSite, distDir, { recursive: true, verbatimSymlinks: true })
  rmSync(join(distDir, 'server', 'middleware.js'))
  const manifest = join(distDir, 'server', 'functions-config-manifest.json')
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  delete functions['/_middleware']
  writeFileSync(manifest, JSON.stringify({ ...rest, functions }))
  site = await startOwnServer({}, { distDir })
})
test.afterAll(async () => {
  await site?.stop()
  rmSync(distDir, { recursive: true, force: true })
})

/** Open to everyone; their contents are tested elsewhere. */
const OPEN = [
  '/',
  '/dev/outbox',
  '/forgot',
  '/goodbye',
  '/invited',
  '/login',
  '/new-email',
  '/reset',
  '/signup',
  '/undo-email',
  '/verify',
  '/preview/[id]',
  '/preview/[id]/picture',
  '/certificates/[number]',
  '/api/auth/[...nextauth]',
  '/api/health',
  '/api/mail/events',
  '/api/signup',
  '/apple-icon.png',
  '/icon.svg',
  '/manifest.webmanifest',
]

const ID = '00000000-0000-4000-8000-000000000000'

/** Routes for every member. */
const MEMBERS = ['/account/data', '/api/watch', `/media/${ID}`]

/** What requires a log-in: addresses of pages and of routes. */
function closedPaths() {
  const file = join(builtSite, 'app-path-routes-manifest.json')
  const all: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  const closed = Object.entries(all).filter(
    ([, path]) => !OPEN.includes(path) && !path.startsWith('/_'),
  )
  const of = (kind: 'page' | 'route') =>
    closed
      .filter(([name]) => name.endsWith(`/${kind}`))
      .map(([, path]) => path.replaceAll(/\[+[^\]]+\]+/g, ID))
  return { pages: of('page'), routes: of('route') }
}

test('40: without proxy.ts a guest can open no protected page, and a member not the studio', async () => {
  const { pages, routes } = closedPaths()
  expect(pages.length).toBeGreaterThan(10)
  expect(routes.length).toBeGreaterThan(3)
  // The policy header comes from the proxy: without it the proxy is really gone.
  expect((await site.send('/login')).headers).not.toHaveProperty('content-security-policy')
  const asNext: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  ]
  for (const path of pages)
    for (const headers of asNext) {
      const answer = await ask(path, headers)
      const isTurnedAway = answer.includes('/login') || isTreeAlone(answer)
      expect(isTurnedAway, `${path} ${JSON.stringify(headers)}`).toBe(true)
    }
  for (const path of routes)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      // Uploads check the protocol version before the session.
      const headers = { 'content-type': 'application/json', 'tus-resumable': '1.0.0' }
      const { status } = await site.send(path, { method, headers })
      expect([400, 401, 405], `${method} ${path}`).toContain(status)
    }

  const cookie = await cookieOf(await makePerson())
  for (const path of pages.filter((each) => each.startsWith('/studio')))
    expect((await site.send(path, { headers: { cookie } })).status, path).toBe(404)
  for (const path of routes.filter((each) => !MEMBERS.includes(each)))
    expect([400, 403, 405], path).toContain((await site.send(path, { headers: { cookie } })).status)
})

/** What Next sends before it renders anything: the names of the page's folders. */
function isTreeAlone(answer: string): boolean {
  const lines = answer.trim().split('\n')
  return lines.every((line) => /^\w+:(\[\["children",\{"s":|\{"q":"","i":false)/.test(line))
}

/** The redirect of a response, if any; for Next's client-side navigation it is in the body. */
async function ask(path: string, headers: Record<string, string>): Promise<string> {
  const { status, headers: sent, text } = await site.send(path, { headers })
  const location = sent.location ?? ''
  // To the same page, under its cacheable address.
  if (location.includes('_rsc')) return ask(location, headers)
  return status === 307 ? location : text
}

async function cookieOf({ email, password }: { email: string; password: string }) {
  const fields = formFields((await site.send('/login')).text, 'Log in')
  return cookiesOf(await site.send('/login', { form: { ...fields, email, password } }))
}
