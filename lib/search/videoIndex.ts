import MiniSearch from 'minisearch'
import type { Video } from '#lib/videos/video.ts'
import type { Passage } from './passages.ts'
import { termsOf } from './words.ts'

/** Captions of one language as they are looked through. */
export type Spoken = { label: string; passages: Passage[] }

/** Where in a video something was found. */
export type Place =
  | { kind: 'video' }
  | { kind: 'chapter'; frame: number; title: string }
  | { kind: 'captions'; label: string; passage: Passage }

export type FoundPlace = {
  place: Place
  /** The words of the video that were found there. */
  found: ReadonlySet<string>
}

export type FoundVideo = { videoId: string; places: FoundPlace[] }

type Doc = { id: number; title?: string; description?: string; chapter?: string; said?: string }
/** With which of the query's words it has. */
type Rated = FoundVideo & { asked: Set<string>; score: number }
/** Of a video in the index: of what it was made, and its documents. */
type Known = { fingerprint: string; ids: number[] }

/** Of a longer query the words after these are left out. */
const MOST_WORDS = 12

/**
 * Letters of captions that are looked through, some 400 hours of speech: what comes into the index
 * after that is found by title, description and chapters only. The index takes about a dozen
 * bytes for each.
 */
const MOST_LETTERS = 20_000_000

const FIELDS = ['title', 'description', 'chapter', 'said']

/**
 * The words of all videos, in memory: a word finds those that begin with it, and those that are one
 * letter away, or two where it has six letters or more. One document for the texts of a video, one
 * for each chapter and for each passage of its captions.
 */
export class VideoIndex {
  readonly #words = new MiniSearch<Doc>({
    fields: FIELDS,
    tokenize: termsOf,
    processTerm: (term) => term,
  })
  readonly #videos = new Map<string, Known>()
  readonly #places = new Map<number, { videoId: string; place: Place }>()
  #nextId = 0
  #letters = 0

  ids(): string[] {
    return [...this.#videos.keys()]
  }

  /** Whether a video is in the index as `fingerprint` says. */
  has(videoId: string, fingerprint: string): boolean {
    return this.#videos.get(videoId)?.fingerprint === fingerprint
  }

  /** Takes a video in, in the place of what was known of it. */
  put(video: Video, fingerprint: string, captions: readonly Spoken[]): void {
    this.drop(video.id)
    const known: Known = { fingerprint, ids: [] }
    const add = (place: Place, words: Omit<Doc, 'id'>) => {
      const id = this.#nextId++
      known.ids.push(id)
      this.#places.set(id, { videoId: video.id, place })
      this.#words.add({ id, ...words })
    }
    add({ kind: 'video' }, { title: video.title, description: video.description })
    for (const { frame, title } of video.chapters)
      add({ kind: 'chapter', frame, title }, { chapter: title })
    for (const { label, passages } of captions)
      for (const passage of passages) {
        if (this.#letters >= MOST_LETTERS) break
        const said = passage.map(({ text }) => text).join(' ')
        this.#letters += said.length
        add({ kind: 'captions', label, passage }, { said })
      }
    this.#videos.set(video.id, known)
  }

  drop(videoId: string): void {
    for (const id of this.#videos.get(videoId)?.ids ?? []) {
      const place = this.#places.get(id)?.place
      if (place?.kind === 'captions')
        this.#letters -= place.passage.reduce((sum, { text }) => sum + text.length + 1, -1)
      this.#places.delete(id)
      this.#words.discard(id)
    }
    this.#videos.delete(videoId)
  }

  /**
   * The videos a query is about, the best first: those where all its words stand together; without
   * any, those that have them all; without these, the same for words that are nearly its own; and at
   * last those that have most of them. The places of a video, the best first.
   */
  search(query: string): FoundVideo[] {
    const words = termsOf(query).slice(0, MOST_WORDS).join(' ')
    if (words === '') return []
    const asked = new Set(words.split(' ')).size
    const ways = [
      () => this.#find(words, 'AND', false),
      () => this.#find(words, 'OR', false).filter((video) => video.asked.size === asked),
      () => this.#find(words, 'AND', true),
      () => this.#find(words, 'OR', true),
    ]
    for (const find of ways) {
      const videos = find()
      if (videos.length > 0) return videos
    }
    return []
  }

  #find(words: string, combineWith: 'AND' | 'OR', isNear: boolean): Rated[] {
    const videos = new Map<string, Rated>()
    const results = this.#words.search(words, {
      combineWith,
      tokenize: (asked) => asked.split(' '),
      prefix: (term) => term.length > 1,
      // Two letters in each other's place are two changes.
      fuzzy: (term) => isNear && (term.length > 5 ? 2 : term.length > 3 && 1),
      boost: { title: 6, chapter: 3, description: 2 },
    })
    for (const { id, score, match, queryTerms } of results) {
      const there = this.#places.get(id)
      if (!there) continue
      const { videoId, place } = there
      const video = videos.get(videoId) ?? { videoId, places: [], asked: new Set(), score }
      for (const term of queryTerms) video.asked.add(term)
      video.places.push({ place, found: new Set(Object.keys(match)) })
      videos.set(videoId, video)
    }
    return [...videos.values()].sort((a, b) => b.asked.size - a.asked.size || b.score - a.score)
  }
}
