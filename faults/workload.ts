import { setTimeout as wait } from 'node:timers/promises'
import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims, type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { sendTo } from '#testing/http.ts'
import type { SentBeacons } from '#testing/oracle.ts'
import type { Pace } from '#testing/pace.ts'
import type { LoggedIn } from '#testing/people.ts'
import { BeaconGenerator } from './generator.ts'
import type { History } from './history.ts'

export type WorkloadOptions = {
  viewers: readonly LoggedIn[]
  videos: readonly Video[]
  ports: readonly number[]
  sent: SentBeacons
  history: History
  /** In segments. */
  pace: Pace
}

type Playback = { claims: PlaybackClaims; token: string; cookie: string }

/** The playbacks began so long ago that their credit covers whatever they claim. */
const STARTED_MS_AGO = 10 * 3_600_000
const MAX_QUEUED_BEACONS = 5

/** Many players at once, each of which sends again what is not acknowledged, as a browser does. */
export class Workload {
  readonly #options: WorkloadOptions
  readonly #players: Promise<void>[] = []
  #isStopping = false
  /** Segments acknowledged so far. */
  acknowledged = 0

  constructor(options: WorkloadOptions, players: number) {
    this.#options = options
    for (let seed = 1; seed <= players; seed++) this.#players.push(this.#play(seededRandom(seed)))
  }

  /** Starts nothing new; resolves when everything already sent is acknowledged or given up. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#players)
  }

  async #play(random: Random): Promise<void> {
    while (!this.#isStopping) await this.#viewPage(random)
  }

  /** One page view: some minutes of watching, sped up. */
  async #viewPage(random: Random): Promise<void> {
    const viewer = random.pick(this.#options.viewers)
    const video = random.pick(this.#options.videos)
    if (!viewer || !video) throw new Error('There are no viewers or no videos')
    const claims = newClaims(viewer.id, video, Date.now() - STARTED_MS_AGO)
    const playback = { claims, token: signToken(claims), cookie: viewer.cookie }
    const generator = new BeaconGenerator(video, random)
    for (let left = 3 + random.below(12); left > 0 && !this.#isStopping; left--) {
      const beacons = Array.from({ length: 1 + random.below(3) }, () => generator.next())
      await this.#options.pace.pass(segmentsIn(beacons))
      if (!(await this.#deliver(playback, beacons, generator, random))) return
    }
  }

  /**
   * Sends to any of the servers until the beacons are acknowledged.
   * @returns false when they were refused, or the tab was closed before.
   */
  async #deliver(
    playback: Playback,
    beacons: WireBeacon[],
    generator: BeaconGenerator,
    random: Random,
  ): Promise<boolean> {
    const { sent } = this.#options
    for (;;) {
      sent.noteSent(playback.claims, beacons)
      const status = await this.#send(playback, beacons, random)
      if (status === 204) {
        sent.noteAcknowledged(playback.claims, beacons)
        this.acknowledged += segmentsIn(beacons)
        // As if the response had been lost: the same again, perhaps to the other server.
        if (random.chance(0.05)) await this.#send(playback, beacons, random)
        return true
      }
      const isRefused = status !== 0 && status < 500
      if (isRefused || random.chance(0.03)) return false
      await wait(300 + random.below(1500))
      // The next try carries what was played in the meantime.
      if (beacons.length < MAX_QUEUED_BEACONS && random.chance(0.3)) beacons.push(generator.next())
    }
  }

  async #send({ token, cookie }: Playback, beacons: WireBeacon[], random: Random): Promise<number> {
    const body = JSON.stringify({ token, age: random.below(5000), beacons })
    const port = random.pick(this.#options.ports) ?? 0
    const response = await sendTo({ port }, { body, headers: { cookie } })
    this.#options.history.record(response)
    return response.status
  }
}

function segmentsIn(beacons: readonly WireBeacon[]): number {
  return beacons.reduce((sum, { segments }) => sum + segments.length, 0)
}
