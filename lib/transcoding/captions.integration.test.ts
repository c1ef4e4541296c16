import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { changeVideo, getVideo } from '#lib/videos/library.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { makeVideo } from '#testing/videos.ts'
import { addCaptions, removeCaptions } from './captions.ts'

const srt = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHello\n')
const english = { language: 'en', label: 'English', bytes: srt }
const fileOf = (path = '') => join(mediaFolder(), path)

it('adds captions as WebVTT and removes them', async () => {
  const { id } = await makeVideo()
  expect(await addCaptions(id, english)).toEqual({ ok: true })
  expect(await addCaptions(id, { ...english, language: 'de', label: 'Deutsch' })).toEqual({
    ok: true,
  })
  const [first, second] = (await getVideo(id))?.captions ?? []
  expect(first).toMatchObject({ language: 'en', label: 'English' })
  expect(await readFile(fileOf(first?.path), 'utf8')).toMatch(/^WEBVTT\n/)

  await removeCaptions(id, first?.path ?? '')
  expect((await getVideo(id))?.captions).toEqual([second])
  expect(existsSync(fileOf(first?.path))).toBe(false)

  await removeVideo(id)
  expect(existsSync(fileOf(second?.path))).toBe(false)
})

it('deletes no file that is not captions of this video', async () => {
  const [one, other] = [await makeVideo(), await makeVideo()]
  await addCaptions(other.id, english)
  const [theirs] = (await getVideo(other.id))?.captions ?? []
  await removeCaptions(one.id, theirs?.path ?? '')
  await removeCaptions(one.id, '../secret')
  expect(existsSync(fileOf(theirs?.path))).toBe(true)
  for (const { id } of [one, other]) await removeVideo(id)
})

it('refuses files without captions, and more than fifty', async () => {
  const { id } = await makeVideo()
  const none = await addCaptions(id, { ...english, bytes: Buffer.from('Hello') })
  expect(none).toMatchObject({ ok: false })
  const captions = Array.from({ length: 50 }, (_, at) => ({
    language: 'en',
    label: `${at}`,
    path: `${at}.vtt`,
  }))
  await changeVideo(id, { captions })
  expect(await addCaptions(id, english)).toMatchObject({ ok: false })
  await removeVideo(id)
  await rm(fileOf(`captions/${id}`), { recursive: true, force: true })
})
