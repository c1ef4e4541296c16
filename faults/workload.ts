import { setTimeout as wait } from 'node:timers/promises'
import { type Random, seededRandom } from '#lib/random.ts'
import { newClaims, type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import type { Audience } from '#testing/fold/audience.ts'
import { post } from '#testing/fold/post.ts'
import type { Truth } from '#testing/fold/truth.ts'
import type { Pace } from '#testing/pace.ts'
import type { History } from './history.ts'
import { Watching } from './watching.ts'

export type WorkloadOptions = {
  audience: Audience
  ports: number[]
  truth: Truth
  answers: History
  pace: Pace
}

type Playback = { claims: PlaybackClaims; token: string; cookie: string }

/** So long ago that every playback has the time for what it says. */
const STARTED_AGO = 10 * 3_600_000
const MAX_WAITING = 5

/** Many players at once, each as a browser behaves: what is not acknowledged is sent again. */
export class Workload {
  readonly #parts: WorkloadOptions
  readonly #players: Promise<void>[] = []
  #isStopping = false
  /** Segments acknowledged so far. */
  acknowledged = 0

  constructor(parts: WorkloadOptions, players: number) {
    this.#parts = parts
    for (let seed = 1; seed <= players; seed++) this.#players.push(this.#play(seededRandom(seed)))
  }

  /** Begins nothing new; resolves when everything that was begun is acknowledged or given up. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#players)
  }

  async #play(random: Random): Promise<void> {
    while (!this.#isStopping) await this.#visit(random)
  }

  /** One page view: some minutes of watching, sped up. */
  async #visit(random: Random): Promise<void> {
    const { watchers, videos } = this.#parts.audience
    const watcher = random.pick(watchers)
    const video = random.pick(videos)
    if (!watcher || !video) throw new Error('Nobody to watch, or nothing')
    const claims = newClaims(watcher.id, video, Date.now() - STARTED_AGO)
    const playback = { claims, token: signToken(claims), cookie: watcher.cookie }
    const watching = new Watching(video, random)
    for (let left = 3 + random.below(12); left > 0 && !this.#isStopping; left--) {
      const beacons = Array.from({ length: 1 + random.below(3) }, () => watching.seal())
      await this.#parts.pace.pass(segmentsIn(beacons))
      if (!(await this.#deliver(playback, beacons, watching, random))) return
    }
  }

  /** Until it is acknowledged, by whichever server. @returns false when the tab was closed before. */
  async #deliver(
    playback: Playback,
    beacons: WireBeacon[],
    watching: Watching,
    random: Random,
  ): Promise<boolean> {
    const { truth } = this.#parts
    for (;;) {
      truth.sent(playback.claims, beacons)
      const status = await this.#send(playback, beacons, random)
      if (status === 204) {
        truth.acknowledged(playback.claims, beacons)
        this.acknowledged += segmentsIn(beacons)
        // An answer that was lost on its way: the same again, perhaps to the other server.
        if (random.chance(0.05)) await this.#send(playback, beacons, random)
        return true
      }
      const isRefused = status !== 0 && status < 500
      if (isRefused || random.chance(0.03)) return false
      await wait(300 + random.below(1500))
      // What was played meanwhile goes with it.
      if (beacons.length < MAX_WAITING && random.chance(0.3)) beacons.push(watching.seal())
    }
  }

  async #send({ token, cookie }: Playback, beacons: WireBeacon[], random: Random): Promise<number> {
    const body = JSON.stringify({ token, age: random.below(5000), beacons })
    const port = random.pick(this.#parts.ports) ?? 0
    const answer = await post({ port, body, headers: { cookie } })
    this.#parts.answers.note(answer)
    return answer.status
  }
}

function segmentsIn(beacons: readonly WireBeacon[]): number {
  return beacons.reduce((sum, { segments }) => sum + segments.length, 0)
}
