import { describe, expect, it } from 'vitest'
import { linkExpiry, PUBLIC_VIEWER, signLink, verifyLink, viewerOfSession } from './signedLink.ts'

const now = new Date('2026-03-01T13:00:00Z')
const expires = linkExpiry(now)
const viewer = viewerOfSession('a session')
const partsOf = (link: string) => link.replace('/media/', '').split('/').map(decodeURIComponent)
const read = (link: string, who = viewer, when = now) => verifyLink(partsOf(link), who, when)
const file = signLink('summer 2026/storm #2.mp4', { viewer, expires })
const list = signLink('videos/one/video.m3u8', { folder: 'videos/one', viewer, expires })

describe('a link to a file', () => {
  it('opens the file for the session it was issued to', () => {
    expect(file).toMatch(/^\/media\/s\/\d{10}\/[\w-]{22}\/summer%202026\/storm%20%232\.mp4$/)
    expect(read(file)).toEqual({ ok: true, parts: ['summer 2026', 'storm #2.mp4'] })
  })

  it('works until it expires, and is the same for hours', () => {
    const seconds = expires - now.getTime() / 1000
    expect(seconds).toBeGreaterThanOrEqual(12 * 3600)
    expect(seconds).toBeLessThanOrEqual(18 * 3600)
    expect(linkExpiry(new Date('2026-03-01T17:59:59Z'))).toBe(expires)
    expect(linkExpiry(new Date('2026-03-01T18:00:00Z'))).toBe(expires + 6 * 3600)
    expect(read(file, viewer, new Date(expires * 1000))).toMatchObject({ ok: true })
    const late = read(file, viewer, new Date(expires * 1000 + 1))
    expect(late).toEqual({ ok: false, reason: 'link-expired' })
  })

  it.each([
    ['another session', file, viewerOfSession('another session')],
    ['nobody', file, ''],
    ['another file', file.replace('storm', 'calm'), viewer],
    ['a longer life', file.replace(`${expires}`, `${expires + 1}`), viewer],
    ['another signature', file.replace(/\/[\w-]{22}\//, `/${'A'.repeat(22)}/`), viewer],
    ['a signature cut short', file.replace(/\/([\w-]{21})[\w-]\//, '/$1/'), viewer],
    ['a folder made of it', file.replace('/storm', '/-/storm'), viewer],
  ])('is refused for %s', (_, link, who) => {
    expect(read(link, who)).toEqual({ ok: false, reason: 'link-not-yours' })
  })

  it.each(['/media/demo/truth.mp4', '/media/s/video.mp4', '/media/s/99/x/video.mp4', '/media/s'])(
    '%s is not a signed link',
    (link) => {
      expect(read(link)).toEqual({ ok: false, reason: 'link-not-signed' })
    },
  )
})

describe('a link to a folder', () => {
  it('opens the files in the folder and below', () => {
    expect(list).toMatch(/\/videos\/one\/-\/video\.m3u8$/)
    const beside = (path: string) => new URL(path, `http://site${list}`).pathname
    expect(read(beside('video.mp4'))).toEqual({ ok: true, parts: ['videos', 'one', 'video.mp4'] })
    expect(read(beside('720/00001.m4s'))).toEqual({
      ok: true,
      parts: ['videos', 'one', '720', '00001.m4s'],
    })
  })

  it('opens no other folder', () => {
    const refused = { ok: false, reason: 'link-not-yours' }
    expect(read(list.replace('one', 'two'))).toEqual(refused)
    expect(read(list.replace('videos/one/-/', 'videos/-/one/'))).toEqual(refused)
    expect(read(list.replace('/-/', '/'))).toEqual(refused)
    expect(read(list.replace('/-/video.m3u8', '/-'))).toEqual(refused)
  })

  it('returns a path that leads out of the folder, for which no file is found', () => {
    const out = verifyLink([...partsOf(list).slice(0, -1), '..', 'two', 'x.mp4'], viewer, now)
    expect(out).toMatchObject({ parts: ['videos', 'one', '..', 'two', 'x.mp4'] })
  })
})

describe('a link for everyone', () => {
  const open = signLink('videos/one/video.mp4', { viewer: PUBLIC_VIEWER, expires })

  it('opens its file for guests and any session', () => {
    const parts = ['videos', 'one', 'video.mp4']
    expect(verifyLink(partsOf(open), null, now)).toEqual({ ok: true, parts })
    expect(read(open)).toEqual({ ok: true, parts })
    const late = verifyLink(partsOf(open), null, new Date(expires * 1000 + 1))
    expect(late).toEqual({ ok: false, reason: 'link-expired' })
  })

  it('cannot be made from a link for a session, nor the reverse', () => {
    const refused = { ok: false, reason: 'link-not-yours' }
    const members = signLink('videos/one/video.mp4', { viewer, expires })
    expect(verifyLink(partsOf(members), null, now)).toEqual(refused)
    expect(verifyLink(partsOf(members.replace('/s/', '/p/')), null, now)).toEqual(refused)
    expect(read(members.replace('/s/', '/p/'))).toEqual(refused)
    expect(read(open.replace('/p/', '/s/'))).toEqual(refused)
    expect(verifyLink(partsOf(open.replace('one', 'two')), null, now)).toEqual(refused)
  })
})
