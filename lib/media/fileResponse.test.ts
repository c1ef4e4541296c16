import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { respondWithFile } from './fileResponse.ts'
import { findInMediaFolder } from './mediaFile.ts'

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

async function ask(held: Record<string, string> = {}, method = 'GET', name = 'one.mp4') {
  const file = await findInMediaFolder(name === 'one.mp4' ? ['a course', name] : [name], media)
  if (!file) throw new Error('no file')
  return respondWithFile({ method, header: (name) => held[name] ?? null }, file)
}

describe('respondWithFile', () => {
  it('sends the whole file with private caching', async () => {
    expect(await ask()).toEqual({
      status: 200,
      bodyRange: { first: 0, last: 999 },
      headers: {
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-cache',
        'content-length': '1000',
        'content-type': 'video/mp4',
        'cross-origin-resource-policy': 'same-origin',
        etag: expect.stringMatching(/^"[0-9a-f-]+"$/),
        'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  it('sends a range', async () => {
    expect(await ask({ range: 'bytes=100-199' })).toMatchObject({
      status: 206,
      bodyRange: { first: 100, last: 199 },
      headers: { 'content-range': 'bytes 100-199/1000', 'content-length': '100' },
    })
  })

  it('answers 416 with the length for a range outside the file', async () => {
    expect(await ask({ range: 'bytes=1000-' })).toMatchObject({
      status: 416,
      bodyRange: null,
      headers: { 'content-range': 'bytes */1000', 'content-length': '0' },
    })
  })

  it('answers HEAD with the length, ignoring Range', async () => {
    expect(await ask({ range: 'bytes=0-9' }, 'HEAD')).toMatchObject({
      status: 200,
      bodyRange: null,
      headers: { 'content-length': '1000' },
    })
  })

  it('sends a range only if If-Range matches', async () => {
    const range = 'bytes=0-9'
    const tag = (await ask()).headers.etag ?? ''
    const held = [tag, `W/${tag}`, '"other"', changed.toUTCString(), new Date(0).toUTCString()]
    const answers = await Promise.all(held.map((it) => ask({ range, 'if-range': it })))
    expect(answers.map(({ status }) => status)).toEqual([206, 200, 200, 206, 200])
  })

  it('answers 304 for a file the client has', async () => {
    const tag = (await ask()).headers.etag ?? ''
    expect(await ask({ 'if-none-match': `"x", W/${tag}` })).toMatchObject({
      status: 304,
      bodyRange: null,
    })
    const status = async (held: Record<string, string>) => (await ask(held)).status
    expect(await status({ 'if-modified-since': changed.toUTCString() })).toBe(304)
    const older = new Date(changed.getTime() - 2000).toUTCString()
    expect(await status({ 'if-modified-since': older })).toBe(200)
    const both = { 'if-none-match': '"x"', 'if-modified-since': changed.toUTCString() }
    expect(await status(both)).toBe(200)
  })

  it('sends an empty file', async () => {
    const answer = await ask({}, 'GET', 'empty.mp4')
    expect(answer).toMatchObject({
      status: 200,
      bodyRange: null,
      headers: { 'content-length': '0' },
    })
  })
})

describe('findInMediaFolder', () => {
  it('follows a symbolic link inside the folder', async () => {
    expect((await findInMediaFolder(['in.mp4'], media))?.size).toBe(1000)
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
    expect(await findInMediaFolder(parts, media)).toBeNull()
  })

  it('finds nothing when there is no folder yet', async () => {
    expect(await findInMediaFolder(['one.mp4'], join(home, 'nowhere'))).toBeNull()
  })
})
