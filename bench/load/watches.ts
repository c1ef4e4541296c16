import { seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon, WireSegment } from '#lib/watch/protocol/beacon.ts'
import type { LoggedIn } from '#testing/people.ts'
import { FPS } from '#testing/videos.ts'
import { watchRequest } from './watchRequest.ts'

/** One member's ten seconds of one video, as one beacon. */
export type Watch = { video: number; segments: WireSegment[]; request: string; isTwice: boolean }

const SECONDS = 10
const AGAIN_SECONDS = 2

/**
 * Every person watches ten seconds of every video: members x videos watches. One in ten repeats the
 * last two seconds; one request in twenty is sent twice, as after a lost response.
 */
export class Watches {
  readonly count: number
  readonly #people: readonly LoggedIn[]
  readonly #videos: readonly Video[]
  readonly #random = seededRandom(1)
  #next = 0

  constructor(people: readonly LoggedIn[], videos: readonly Video[]) {
    this.#people = people
    this.#videos = videos
    this.count = people.length * videos.length
  }

  /** Mixes videos and people, so that few rows of a slot have the same viewer and video. */
  next(port: number): Watch | undefined {
    const number = this.#next++
    const person = this.#people[number % this.#people.length]
    const round = Math.floor(number / this.#people.length)
    const index = (round + number) % this.#videos.length
    const video = this.#videos[index]
    if (round >= this.#videos.length || !person || !video) return undefined
    const segments = this.#segmentsOf(video)
    const position = segments.at(-1)?.[1] ?? 0
    const beacon: WireBeacon = { seq: 0, position, ended: false, segments }
    const token = signToken(newClaims(person.id, video, Date.now()))
    const request = watchRequest(port, person.cookie, token, [beacon])
    return { video: index, segments, request, isTwice: this.#random.chance(0.05) }
  }

  #segmentsOf({ frames }: Video): WireSegment[] {
    const start = this.#random.below(frames - SECONDS * FPS)
    const end = start + SECONDS * FPS
    const whole: WireSegment = [start, end, 1, 1]
    return this.#random.chance(0.1) ? [whole, [end - AGAIN_SECONDS * FPS, end, 1, 1]] : [whole]
  }
}
