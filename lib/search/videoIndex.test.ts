import { expect, it } from 'vitest'
import type { Video } from '#lib/videos/video.ts'
import { VideoIndex } from './videoIndex.ts'

const video = (id: string, over: Partial<Video> = {}) =>
  ({ id, title: id, description: '', chapters: [], ...over }) as Video
const said = (...texts: string[]) => [
  { label: 'English', passages: texts.map((text, frame) => [{ frame, text }]) },
]

function library() {
  const index = new VideoIndex()
  const chapters = [{ frame: 900, title: 'The keeper’s lamp' }]
  index.put(video('a', { title: 'Lighthouse at dusk', chapters }), '1', [])
  index.put(video('b', { title: 'Harbour' }), '1', said('the lighthouse was lit', 'at dawn'))
  index.put(video('c', { title: 'Bread', description: 'Flour, water, salt.' }), '1', [])
  return index
}
const found = (index: VideoIndex, query: string) =>
  index.search(query).map(({ videoId }) => videoId)

it('ranks titles above captions, matches prefixes and tolerates a typo', () => {
  const index = library()
  for (const query of ['lighthouse', 'light', 'LIGTHOUSE', 'lighthuose dusk'])
    expect(found(index, query)[0], query).toBe('a')
  expect(found(index, 'lighthouse')).toEqual(['a', 'b'])
  expect(found(index, 'keepers lamp')).toEqual(['a'])
  expect(found(index, 'salt')).toEqual(['c'])
  expect(found(index, 'zebra')).toEqual([])
  expect(found(index, ' ,. ')).toEqual([])
})

it('matches fuzzily only when there is no exact match', () => {
  const index = library()
  index.put(video('d', { title: 'Bead and breadth' }), '1', [])
  expect(found(index, 'bread')).toEqual(['c', 'd'])
  expect(found(index, 'bredth')).toEqual(['d'])
  expect(found(index, 'harbour dawn')).toEqual(['b'])
})

it('returns the matched places and terms', () => {
  const index = library()
  const [chapter] = index.search('lamp')[0]?.matches ?? []
  expect(chapter).toMatchObject({
    place: { kind: 'chapter', frame: 900 },
    terms: new Set(['lamp']),
  })
  const [line] = index.search('dawm')[0]?.matches ?? []
  expect(line).toMatchObject({ place: { kind: 'captions' }, terms: new Set(['dawn']) })
})

it('prefers all terms in one place, then the videos with most of them', () => {
  const index = library()
  expect(found(index, 'lighthouse lit')).toEqual(['b'])
  expect(found(index, 'lighthouse lamp')[0]).toBe('a')
  expect(found(index, 'harbour lamp salt')).toHaveLength(3)
})

it('replaces the documents of a changed video and removes those of a removed one', () => {
  const index = library()
  index.put(video('c', { title: 'Cake' }), '2', [])
  expect([index.has('c', '1'), index.has('c', '2')]).toEqual([false, true])
  expect([found(index, 'bread'), found(index, 'cake')]).toEqual([[], ['c']])
  index.remove('b')
  expect(found(index, 'lighthouse')).toEqual(['a'])
  expect(index.ids()).toEqual(['a', 'c'])
})
