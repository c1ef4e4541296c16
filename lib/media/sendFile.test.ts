import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMediaFile } from './mediaFile.ts'
import { sendFile } from './sendFile.ts'

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)
const changed = new Date('2026-01-02T03:04:05.678Z')
let home = ''
let media = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'media-'))
  media = join(home, 'media')
  await mkdir(join(media, 'a course'), { recursive: true })
  await writeFile(join(media, 'a course', 'one.mp4'), bytes)
  await utimes(join(media, 'a course', 'one.mp4'), changed, changed)
  await writeFile(join(media, '.hidden.mp4'), bytes)
  await writeFile(join(media, 'notes.txt'), bytes)
  await writeFile(join(media, 'empty.mp4'), '')
  await writeFile(join(home, 'secret.mp4'), bytes)
  await symlink(join(home, 'secret.mp4'), join(media, 'out.mp4'))
  await symlink(join(media, 'a course', 'one.mp4'), join(media, 'in.mp4'))
})

afterAll(() => rm(home, { recursive: true }))

async function ask(headers: Record<string, string> = {}, method = 'GET', name = 'one.mp4') {
  const file = await findMediaFile(name === 'one.mp4' ? ['a course', name] : [name], media)
  if (!file) throw new Error('no file')
  const answer = sendFile(new Request('http://localhost/media/x', { method, headers }), file)
  return { answer, body: new Uint8Array(await answer.arrayBuffer()) }
}

describe('sendFile', () => {
  it('sends the whole file, privately', async () => {
    const { answer, body } = await ask()
    expect(answer.status).toBe(200)
    expect(body).toEqual(bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-length': '1000',
      'content-type': 'video/mp4',
      'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f-]+"$/)
  })

  it('sends a range', async () => {
    const { answer, body } = await ask({ range: 'bytes=100-199' })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe('bytes 100-199/1000')
    expect(answer.headers.get('content-length')).toBe('100')
    expect(body).toEqual(bytes.slice(100, 200))
  })

  it('says how long the file is when a range lies outside', async () => {
    const { answer, body } = await ask({ range: 'bytes=1000-' })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe('bytes */1000')
    expect(body).toHaveLength(0)
  })

  it('answers HEAD with the length alone, whatever range it names', async () => {
    const { answer, body } = await ask({ range: 'bytes=0-9' }, 'HEAD')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe('1000')
    expect(body).toHaveLength(0)
  })

  it('sends a range only of the file the client has part of', async () => {
    const range = 'bytes=0-9'
    const tag = (await ask()).answer.headers.get('etag') ?? ''
    const statuses = [tag, `W/${tag}`, '"other"', changed.toUTCString(), new Date(0).toUTCString()]
    const answers = await Promise.all(statuses.map((held) => ask({ range, 'if-range': held })))
    expect(answers.map(({ answer }) => answer.status)).toEqual([206, 200, 200, 206, 200])
  })

  it('sends nothing again that the client has', async () => {
    const tag = (await ask()).answer.headers.get('etag') ?? ''
    expect((await ask({ 'if-none-match': `"x", W/${tag}` })).answer.status).toBe(304)
    expect((await ask({ 'if-modified-since': changed.toUTCString() })).answer.status).toBe(304)
    const older = new Date(changed.getTime() - 2000).toUTCString()
    expect((await ask({ 'if-modified-since': older })).answer.status).toBe(200)
    const both = { 'if-none-match': '"x"', 'if-modified-since': changed.toUTCString() }
    expect((await ask(both)).answer.status).toBe(200)
  })

  it('sends an empty file', async () => {
    const { answer, body } = await ask({}, 'GET', 'empty.mp4')
    expect(answer.status).toBe(200)
    expect(body).toHaveLength(0)
  })
})

describe('findMediaFile', () => {
  it('follows a link inside the folder', async () => {
    expect((await findMediaFile(['in.mp4'], media))?.size).toBe(1000)
  })

  it.each([
    [['..', 'secret.mp4']],
    [['a course', '..', '..', 'secret.mp4']],
    [['../secret.mp4']],
    [['..\\secret.mp4']],
    [['out.mp4']],
    [['.hidden.mp4']],
    [['notes.txt']],
    [['a course']],
    [['one.mp4\0']],
    [['', 'one.mp4']],
    [['missing.mp4']],
    [['one.mp4', 'x.mp4']],
    [[`${'x'.repeat(5000)}.mp4`]],
    [[]],
  ])('finds nothing at %j', async (parts) => {
    expect(await findMediaFile(parts, media)).toBeNull()
  })

  it('finds nothing when there is no folder yet', async () => {
    expect(await findMediaFile(['one.mp4'], join(home, 'nowhere'))).toBeNull()
  })
})
