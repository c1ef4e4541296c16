import { seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import type { WireBeacon, WireSegment } from '#lib/watch/client/batch.ts'
import { signToken } from '#lib/watch/ingest/playbackToken.ts'
import { newClaims } from '#lib/watch/startPlayback.ts'
import { FPS, type Person } from '#testing/fold/loadPeople.ts'
import { watchRequest } from './watchRequest.ts'

/** One member's ten seconds of one film, as one beacon. */
export type Watch = { film: number; segments: WireSegment[]; request: string; isTwice: boolean }

const SECONDS = 10
const AGAIN_SECONDS = 2

/**
 * Every person watches ten seconds of every film: members x films watches. One in ten sees the last
 * two seconds again; one request in twenty is sent twice, as after an answer that got lost.
 */
export class Watches {
  readonly count: number
  readonly #people: readonly Person[]
  readonly #films: readonly Video[]
  readonly #random = seededRandom(1)
  #next = 0

  constructor(people: readonly Person[], films: readonly Video[]) {
    this.#people = people
    this.#films = films
    this.count = people.length * films.length
  }

  /** Films and people mixed, so that hardly two rows of a slot are of one viewer and film. */
  next(port: number): Watch | undefined {
    const number = this.#next++
    const person = this.#people[number % this.#people.length]
    const round = Math.floor(number / this.#people.length)
    const index = (round + number) % this.#films.length
    const film = this.#films[index]
    if (round >= this.#films.length || !person || !film) return undefined
    const segments = this.#segmentsOf(film)
    const position = segments.at(-1)?.[1] ?? 0
    const beacon: WireBeacon = { seq: 0, position, ended: false, segments }
    const token = signToken(newClaims(person.id, film, Date.now()))
    const request = watchRequest(port, person.cookie, token, [beacon])
    return { film: index, segments, request, isTwice: this.#random.chance(0.05) }
  }

  #segmentsOf({ frames }: Video): WireSegment[] {
    const start = this.#random.below(frames - SECONDS * FPS)
    const end = start + SECONDS * FPS
    const whole: WireSegment = [start, end, 1, 1]
    return this.#random.chance(0.1) ? [whole, [end - AGAIN_SECONDS * FPS, end, 1, 1]] : [whole]
  }
}
