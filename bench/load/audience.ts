import type { Video } from '#lib/videos/video.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import type { LoggedIn } from '#testing/people.ts'
import { FPS } from '#testing/videos.ts'
import { watchRequest } from './watchRequest.ts'

type Playback = { cookie: string; token: string; frames: number; seq: number }

/**
 * Requests as if every person watched every video at the same time, one second a beacon: ten times
 * the beacons of as many real viewers. In turn by person, then by video, so that all sessions come
 * first.
 */
export class Audience {
  readonly #playbacks: Playback[]
  #turn = 0

  /** @param now ms since 1970: the start of the playbacks, from which their credit grows. */
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
    if (!playback) throw new Error('There are no playbacks')
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
