import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePorts } from '#db/embedded/ports.ts'
import { revokeSession } from '#lib/auth/session.ts'
import { serve } from '#testing/http.ts'
import { startNginx } from '#testing/nginx.ts'
import { logInSomeone } from '#testing/people.ts'
import { nginxConfig } from '../../scripts/deploy/nginxConfig.ts'
import { mediaFolder } from './mediaFile.ts'
import { handleMediaOnNode } from './nodeHandler.ts'
import {
  linkExpiry,
  linkSigningKey,
  PUBLIC_VIEWER,
  signLink,
  VIEWER_COOKIE,
  viewerOfSession,
} from './signedLink.ts'

type Person = Awaited<ReturnType<typeof logInSomeone>>

const folder = `delivery ${randomUUID()}`
const video = `${folder}/video #1.mp4`
const bytes = randomBytes(100_000)
const secret = `${folder}-secret.mp4`

let ours: Awaited<ReturnType<typeof serve>>
let nginxPort = 0
let stopNginx: () => Promise<void>
let member: Person
let other: Person

beforeAll(async () => {
  const at = (path: string) => join(mediaFolder(), path)
  await mkdir(at(`${folder}/360`), { recursive: true })
  for (const [path, content] of [
    [video, bytes],
    [`${folder}/video.m3u8`, '#EXTM3U\n'],
    [`${folder}/360/00000.m4s`, bytes],
    [`${folder}/en.vtt`, 'WEBVTT\n'],
    [`${folder}/poster.jpg`, bytes],
    [`${folder}/storyboard.jpg`, bytes],
    [`${folder}/notes.txt`, 'no video'],
    [`${folder}/.hidden.mp4`, bytes],
    [secret, bytes],
  ] as const)
    await writeFile(at(path), content)
  ours = await serve((req, res) => handleMediaOnNode(req, res, (req.url ?? '').split('?')[0] ?? ''))
  const [port = 0] = await freePorts(1)
  nginxPort = port
  const config = nginxConfig({
    url: new URL(`http://127.0.0.1:${port}`),
    upstream: `127.0.0.1:${ours.port}`,
    media: resolve(mediaFolder()),
    key: linkSigningKey(),
    hasIpv6: false,
  })
  stopNginx = await startNginx(config, port)
  member = await logInSomeone()
  other = await logInSomeone()
})

afterAll(async () => {
  await stopNginx()
  await ours.close()
  await rm(join(mediaFolder(), folder), { recursive: true })
  await rm(join(mediaFolder(), secret))
})

describe.each([
  ['our own server', () => ours.port],
  ['nginx', () => nginxPort],
])('%s', (name, port) => {
  type Ask = { as?: Person | null; method?: string; headers?: Record<string, string> }

  /** Sends the path as it is, without normalising it. */
  async function ask(path: string, { as = member, method = 'GET', headers = {} }: Ask = {}) {
    const cookie = as && `${as.cookie}; ${VIEWER_COOKIE}=${viewerOfSession(as.sessionId)}`
    const options = { host: '127.0.0.1', port: port(), path, method }
    return new Promise<{ status: number; body: Buffer; headers: Record<string, unknown> }>(
      (resolve, reject) => {
        const all = { ...(cookie ? { cookie } : {}), ...headers }
        const asking = request({ ...options, headers: all }, async (res) => {
          const body = Buffer.concat(await res.toArray())
          resolve({ status: res.statusCode ?? 0, body, headers: res.headers })
        })
        asking.on('error', reject)
        asking.end()
      },
    )
  }

  const given = (more: { viewer?: string; folder?: string; expires?: number } = {}) => ({
    viewer: viewerOfSession(member.sessionId),
    expires: linkExpiry(new Date()),
    ...more,
  })
  const link = (path = video) => signLink(path, given())
  const list = () => signLink(`${folder}/video.m3u8`, given({ folder }))

  it('sends a whole video with private caching', async () => {
    const answer = await ask(link())
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'video/mp4',
        'content-length': '100000',
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-cache',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        etag: expect.any(String),
      },
    })
    expect(answer.body.equals(bytes)).toBe(true)
  })

  it('answers HEAD with the length', async () => {
    const answer = await ask(link(), { method: 'HEAD' })
    expect(answer).toMatchObject({ status: 200, headers: { 'content-length': '100000' } })
    expect(answer.body).toHaveLength(0)
  })

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=99990-', 99_990, 99_999],
    ['bytes=-10', 99_990, 99_999],
    ['bytes=99000-200000', 99_000, 99_999],
  ])('sends the range %s', async (range, first, last) => {
    const answer = await ask(link(), { headers: { range } })
    expect(answer.status).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/100000`)
    expect(answer.body.equals(bytes.subarray(first, last + 1))).toBe(true)
  })

  it('answers 416 beyond the end', async () => {
    expect(await ask(link(), { headers: { range: 'bytes=100000-' } })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */100000' },
    })
  })

  it('honours If-Range and If-None-Match', async () => {
    const range = 'bytes=0-9'
    const { headers } = await ask(link(), { method: 'HEAD' })
    const status = async (held: string) =>
      (await ask(link(), { headers: { range, 'if-range': held } })).status
    expect(await status(String(headers.etag))).toBe(206)
    expect(await status('"other"')).toBe(200)
    expect(await status(String(headers['last-modified']))).toBe(206)
    expect(await status(new Date(0).toUTCString())).toBe(200)
    const same = await ask(link(), { headers: { 'if-none-match': String(headers.etag) } })
    expect(same).toMatchObject({ status: 304 })
  })

  it('sends the files of a playlist by the signature of its link', async () => {
    const beside = (path: string) => new URL(path, `http://site${list()}`).pathname
    expect(await ask(list())).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/vnd.apple.mpegurl' },
    })
    const segment = await ask(beside('360/00000.m4s'), { headers: { range: 'bytes=1-2' } })
    expect(segment).toMatchObject({ status: 206, headers: { 'content-type': 'video/iso.segment' } })
    expect(await ask(beside('en.vtt'))).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/vtt; charset=utf-8' },
    })
    expect((await ask(beside('video%20%231.mp4'))).status).toBe(200)
  })

  it('refuses a link that was issued to another session', async () => {
    for (const path of [link(), list()]) {
      expect((await ask(path, { as: other })).status).toBe(403)
      const guest = name === 'nginx' ? 403 : 401
      expect((await ask(path, { as: null })).status).toBe(guest)
      const again = { as: other, headers: { range: 'bytes=0-1' } }
      expect((await ask(path, again)).status).toBe(403)
      expect((await ask(path, { as: other, method: 'HEAD' })).status).toBe(403)
    }
  })

  it('sends a public video to guests and members, and no other file by its link', async () => {
    const open = signLink(video, given({ viewer: PUBLIC_VIEWER }))
    const all = signLink(`${folder}/video.m3u8`, given({ viewer: PUBLIC_VIEWER, folder }))
    for (const as of [null, member]) {
      for (const path of [open, all]) expect((await ask(path, { as })).status).toBe(200)
      const range = { range: 'bytes=0-9' }
      expect((await ask(open, { as, headers: range })).status).toBe(206)
    }
    const soon = Math.floor(Date.now() / 1000)
    for (const path of [
      link().replace('/media/s/', '/media/p/'),
      list().replace('/media/s/', '/media/p/'),
      open.replace('/media/p/', '/media/s/'),
      open.replace('video%20', 'video'),
      open.replace(video.split('/').map(encodeURIComponent).join('/'), encodeURIComponent(secret)),
      signLink(video, given({ viewer: PUBLIC_VIEWER, expires: soon - 60 })),
    ])
      expect([401, 403], path).toContain((await ask(path, { as: null })).status)
  })

  it('refuses an expired link, and one with a changed expiry', async () => {
    const now = Math.floor(Date.now() / 1000)
    expect((await ask(signLink(video, given({ expires: now + 60 })))).status).toBe(200)
    expect((await ask(signLink(video, given({ expires: now - 60 })))).status).toBe(403)
    const { expires } = given()
    expect((await ask(link().replace(`${expires}`, `${expires + 3600}`))).status).toBe(403)
  })

  it('opens with a link only the files it was signed for', async () => {
    const inFolder = list().replace('video.m3u8', '')
    for (const path of [
      link().replace('video%20', 'video'),
      link().replace(encodeURIComponent(folder), 'demo'),
      list().replace('/-/', '/'),
      list().replace(
        `${encodeURIComponent(folder)}/-/video.m3u8`,
        `-/${encodeURIComponent(secret)}`,
      ),
      `${inFolder}../../${encodeURIComponent(secret)}`,
      `${inFolder}%2e%2e/${encodeURIComponent(secret)}`,
      `${inFolder}..%2f${encodeURIComponent(secret)}`,
      `${inFolder}..%5c${encodeURIComponent(secret)}`,
      `${inFolder}.hidden.mp4`,
      `${inFolder}notes.txt`,
      `${inFolder}missing.mp4`,
      inFolder,
      `${link()}/`,
    ])
      expect([403, 404], path).toContain((await ask(path)).status)
  })

  it('refuses members a video without a link, and sends them posters by their session', async () => {
    const plain = (path: string) => `/media/${path.split('/').map(encodeURIComponent).join('/')}`
    expect((await ask(plain(video))).status).toBe(403)
    expect((await ask(plain(`${folder}/video.m3u8`))).status).toBe(403)
    expect((await ask(plain(`${folder}/poster.jpg`))).status).toBe(200)
    expect((await ask(plain(`${folder}/poster.jpg`), { as: null })).status).toBe(401)
    expect((await ask(plain(`${folder}/storyboard.jpg`))).status, 'what is in a video').toBe(403)
    const owner = await logInSomeone('owner')
    expect((await ask(plain(video), { as: owner })).status).toBe(200)
  })
})

it('ends access with the log-out on our own server', async () => {
  const gone = await logInSomeone()
  const path = signLink(video, {
    viewer: viewerOfSession(gone.sessionId),
    expires: linkExpiry(new Date()),
  })
  const status = () =>
    new Promise<number>((resolve) => {
      const options = { host: '127.0.0.1', port: ours.port, path, headers: { cookie: gone.cookie } }
      request(options, (res) => resolve(res.resume().statusCode ?? 0)).end()
    })
  expect(await status()).toBe(200)
  await revokeSession(gone.id, gone.sessionId, new Date())
  expect(await status()).toBe(401)
})
