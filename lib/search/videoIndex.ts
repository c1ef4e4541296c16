import MiniSearch from 'minisearch'
import type { Video } from '#lib/videos/video.ts'
import type { Passage } from './captionPassages.ts'
import { termsOf } from './tokenize.ts'

/** Captions of one language, as they are indexed. */
export type IndexedCaptions = { label: string; passages: Passage[] }

/** The part of a video that a document of the index stands for; `video` is its title and description. */
export type IndexedPlace =
  | { kind: 'video' }
  | { kind: 'chapter'; frame: number; title: string }
  | { kind: 'captions'; label: string; passage: Passage }

export type PlaceMatch = {
  place: IndexedPlace
  /** The indexed terms that matched there. */
  terms: ReadonlySet<string>
}

export type VideoMatch = { videoId: string; matches: PlaceMatch[] }

type IndexDocument = {
  id: number
  title?: string
  description?: string
  chapter?: string
  captions?: string
}
/** `queryTerms` are those of the query that the video matched. */
type ScoredMatch = VideoMatch & { queryTerms: Set<string>; score: number }
/** `fingerprint` identifies the content that was indexed. */
type IndexedVideo = { fingerprint: string; documentIds: number[] }

/** Further words of a query are ignored. */
const MAX_QUERY_TERMS = 12

/**
 * Characters of captions in the index, some 400 hours of speech; captions added after that are not
 * indexed. The index takes about 12 bytes for each.
 */
const MAX_CAPTION_CHARS = 20_000_000

const FIELDS = ['title', 'description', 'chapter', 'captions']

/**
 * A full-text index of all videos, in memory. A query term matches words that begin with it and, when
 * nothing does, words within an edit distance of one, or two from six letters on. There is one
 * document for the title and description of a video, one for each chapter and one for each passage of
 * its captions.
 */
export class VideoIndex {
  readonly #documents = new MiniSearch<IndexDocument>({
    fields: FIELDS,
    tokenize: termsOf,
    processTerm: (term) => term,
  })
  readonly #videos = new Map<string, IndexedVideo>()
  readonly #places = new Map<number, { videoId: string; place: IndexedPlace }>()
  #nextId = 0
  #captionChars = 0

  ids(): string[] {
    return [...this.#videos.keys()]
  }

  /** Whether a video is indexed with this content. */
  has(videoId: string, fingerprint: string): boolean {
    return this.#videos.get(videoId)?.fingerprint === fingerprint
  }

  /** Indexes a video, replacing its earlier documents. */
  put(video: Video, fingerprint: string, captions: readonly IndexedCaptions[]): void {
    this.remove(video.id)
    const indexed: IndexedVideo = { fingerprint, documentIds: [] }
    const add = (place: IndexedPlace, fields: Omit<IndexDocument, 'id'>) => {
      const id = this.#nextId++
      indexed.documentIds.push(id)
      this.#places.set(id, { videoId: video.id, place })
      this.#documents.add({ id, ...fields })
    }
    add({ kind: 'video' }, { title: video.title, description: video.description })
    for (const { frame, title } of video.chapters)
      add({ kind: 'chapter', frame, title }, { chapter: title })
    for (const { label, passages } of captions)
      for (const passage of passages) {
        if (this.#captionChars >= MAX_CAPTION_CHARS) break
        const text = passage.map((line) => line.text).join(' ')
        this.#captionChars += text.length
        add({ kind: 'captions', label, passage }, { captions: text })
      }
    this.#videos.set(video.id, indexed)
  }

  remove(videoId: string): void {
    for (const id of this.#videos.get(videoId)?.documentIds ?? []) {
      const place = this.#places.get(id)?.place
      if (place?.kind === 'captions')
        this.#captionChars -= place.passage.reduce((sum, { text }) => sum + text.length + 1, -1)
      this.#places.delete(id)
      this.#documents.discard(id)
    }
    this.#videos.delete(videoId)
  }

  /**
   * The videos that match a query, the best first, with their matches, the best first. Four attempts,
   * each only if the one before found nothing: all terms in one document; all terms in one video; all
   * terms in one document, fuzzily; any term, fuzzily.
   */
  search(query: string): VideoMatch[] {
    const terms = termsOf(query).slice(0, MAX_QUERY_TERMS)
    if (terms.length === 0) return []
    const termCount = new Set(terms).size
    const hasAllTerms = ({ queryTerms }: ScoredMatch) => queryTerms.size === termCount
    const attempts = [
      () => this.#find(terms, 'AND', false),
      () => this.#find(terms, 'OR', false).filter(hasAllTerms),
      () => this.#find(terms, 'AND', true),
      () => this.#find(terms, 'OR', true),
    ]
    for (const find of attempts) {
      const videos = find()
      if (videos.length > 0) return videos
    }
    return []
  }

  #find(terms: string[], combineWith: 'AND' | 'OR', isFuzzy: boolean): ScoredMatch[] {
    const videos = new Map<string, ScoredMatch>()
    const results = this.#documents.search(terms.join(' '), {
      combineWith,
      tokenize: (query) => query.split(' '),
      prefix: (term) => term.length > 1,
      // Two swapped letters are an edit distance of two.
      fuzzy: (term) => isFuzzy && (term.length > 5 ? 2 : term.length > 3 && 1),
      boost: { title: 6, chapter: 3, description: 2 },
    })
    for (const { id, score, match, queryTerms } of results) {
      const indexed = this.#places.get(id)
      if (!indexed) continue
      const { videoId, place } = indexed
      const video = videos.get(videoId) ?? { videoId, matches: [], queryTerms: new Set(), score }
      for (const term of queryTerms) video.queryTerms.add(term)
      video.matches.push({ place, terms: new Set(Object.keys(match)) })
      videos.set(videoId, video)
    }
    return [...videos.values()].sort(
      (a, b) => b.queryTerms.size - a.queryTerms.size || b.score - a.score,
    )
  }
}
