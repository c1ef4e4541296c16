import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { deleteVideo } from '#db/videos.ts'
import {
  addCollection,
  appendVideo,
  changeCollection,
  removeCollection,
} from '#lib/collections/collections.ts'
import { addCaptions } from '#lib/transcoding/captions.ts'
import { deleteVideoFiles } from '#lib/transcoding/videoFiles.ts'
import { changeVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { makeVideo } from '#testing/videos.ts'
import { getSearchIndex } from './getSearchIndex.ts'
import { readCaptionCues } from './readCaptionCues.ts'
import { toSearchResults } from './searchResults.ts'
import type { VideoMatch } from './videoIndex.ts'

/** A word of letters that occurs in no other video of the keyspace. */
const rareWord = () =>
  randomBytes(12)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')

const videos: Video[] = []
async function addTestVideo(over: Partial<Video>): Promise<Video> {
  const video = await makeVideo(over)
  videos.push(video)
  return video
}

afterAll(async () => {
  for (const { id } of videos) {
    await deleteVideo(id)
    await deleteVideoFiles(id)
  }
})

/** Simulated: it advances with each search. */
let now = Date.now()
async function search(query: string, later = 5_000, readCues = readCaptionCues) {
  now += later
  return (await getSearchIndex(now, readCues)).search(query)
}
/** To a member who has watched nothing. */
const show = (found: VideoMatch[]) =>
  toSearchResults(found, { id: randomUUID(), role: 'member' }, Date.now())
const idsOf = (found: { videoId: string }[]) => found.map(({ videoId }) => videoId)

it('finds a video by its title, chapters and captions, with the matched frame', async () => {
  const [title, chapter, first, second] = [rareWord(), rareWord(), rareWord(), rareWord()]
  const video = await addTestVideo({ title, chapters: [{ frame: 450, title: `The ${chapter}` }] })
  const cues = [
    '00:02.000 --> 00:04.000\nBefore it',
    `00:10.000 --> 00:12.000\nis the <i>${first}</i>`,
    `00:12.000 --> 00:14.000\nof ${second} & more`,
  ]
  const bytes = Buffer.from(`WEBVTT\n\n${cues.join('\n\n')}\n`)
  const added = await addCaptions(video.id, { language: 'en', label: 'English', bytes })
  expect(added).toEqual({ ok: true })
  for (const query of [title, title.slice(0, 8), `${title.slice(0, 6)}q${title.slice(7)}`])
    expect(idsOf(await search(query)), query).toEqual([video.id])

  const [byChapter] = await show(await search(chapter))
  expect(byChapter?.frames).toEqual([
    {
      frame: 450,
      captions: null,
      parts: [
        { text: 'The ', isMatch: false },
        { text: chapter, isMatch: true },
      ],
    },
  ])
  const [said] = await show(await search(`${second} ${first}`))
  expect(said?.frames).toMatchObject([{ frame: 300, captions: 'English' }])
  const words = said?.frames[0]?.parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
  expect(words?.join('')).toBe(`Before it is the [${first}] of [${second}] & more`)
})

it('refreshes after five seconds, and never shows what members may not see', async () => {
  const [before, after] = [rareWord(), rareWord()]
  await search(before)
  const video = await addTestVideo({ title: before })
  expect(await search(before, 4_999)).toEqual([])
  const found = await search(before, 1)
  expect(idsOf(found)).toEqual([video.id])
  expect(await show(found)).toMatchObject([{ video: { id: video.id } }])

  await changeVideo(video.id, { title: after })
  expect(idsOf(await search(after))).toEqual([video.id])
  expect(await search(before)).toEqual([])

  for (const [change, back] of [
    [{ visibility: 'draft' }, { visibility: 'members' }],
    [{ archivedAt: new Date() }, { archivedAt: null }],
  ] as const) {
    await changeVideo(video.id, change)
    expect(await show(await search(after, 0)), 'at once').toEqual([])
    expect(await search(after)).toEqual([])
    await changeVideo(video.id, back)
  }
})

it('reveals nothing of the content of a locked video', async () => {
  const [title, chapter] = [rareWord(), rareWord()]
  const first = await addTestVideo({ title: 'Before it' })
  const video = await addTestVideo({ title, chapters: [{ frame: 450, title: chapter }] })
  const course = (await addCollection('A course', new Date())) ?? ''
  const words = { title: 'A course', description: '', sequential: true }
  for (const { id } of [first, video]) await appendVideo(course, id)
  await changeCollection(course, { ...words, visibility: 'members' })
  const locked = { video: { id: video.id }, lock: { first: { id: first.id } }, frames: [] }
  expect(await show(await search(title))).toMatchObject([locked])
  expect(await show(await search(chapter)), 'not that it is in there').toEqual([])
  await removeCollection(course)
  expect(await show(await search(chapter))).toMatchObject([{ lock: null, frames: [{}] }])
})

it('indexes a video without captions that cannot be read, and reads them again at the next refresh', async () => {
  const [title, said] = [rareWord(), rareWord()]
  const video = await addTestVideo({ title })
  const bytes = Buffer.from(`WEBVTT\n\n00:01.000 --> 00:02.000\n${said}\n`)
  await addCaptions(video.id, { language: 'en', label: 'English', bytes })
  const away = () => Promise.reject(new Error('the bucket is away'))
  expect(idsOf(await search(title, 5_000, away))).toEqual([video.id])
  expect(await search(said, 0)).toEqual([])
  expect(idsOf(await search(said))).toEqual([video.id])
})
