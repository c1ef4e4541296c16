import type { Video } from '#lib/videos/video.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import type { LoggedIn } from '#testing/people.ts'
import { FPS } from '#testing/videos.ts'
import { watchRequest } from './watchRequest.ts'

type Playback = { cookie: string; token: string; frames: number; seq: number }

/**
 * Every person watches every video at once, one second a beacon: ten times the beacons of as many
 * real viewers. Takes turns by person, then by video, so that all sessions are seen first.
 */
export class Audience {
  readonly #playbacks: Playback[]
  #turn = 0

  /** The playbacks begin at `now`: from then on a second of credit comes every second. */
  constructor(people: readonly LoggedIn[], videos: readonly Video[], now: number) {
    this.#playbacks = videos.flatMap((video) =>
      people.map(({ id, cookie }) => ({
        cookie,
        token: signToken(newClaims(id, video, now)),
        frames: video.frames,
        seq: 0,
      })),
    )
  }

  /** The next request, of `count` beacons of one playback. */
  next(port: number, count: number): string {
    const playback = this.#playbacks[this.#turn++ % this.#playbacks.length]
    if (!playback) throw new Error('Nobody is watching')
    const beacons = Array.from({ length: count }, () => nextBeacon(playback))
    return watchRequest(port, playback.cookie, playback.token, beacons)
  }
}

function nextBeacon(playback: Playback): WireBeacon {
  const seq = playback.seq++
  const start = (seq * FPS) % playback.frames
  const end = start + FPS
  return { seq, position: end, ended: false, segments: [[start, end, 1, 1]] }
}
