import { readViewerRow } from '#db/viewerVideo.ts'
import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { creditAt } from '#lib/watch/aggregate/credit.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { newClaims, type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import type { WireBeacon, WireSegment } from '#lib/watch/protocol/beacon.ts'
import { sendTo } from '#testing/http.ts'
import { logInSomeone } from '#testing/people.ts'

/** A playback that claims more than can have been watched. `claimed` in seconds of watching. */
type FalsePlayback = {
  claims: PlaybackClaims
  token: string
  random: Random
  seq: number
  claimed: number
  lastAcknowledgedAt: number
}

/** In seconds of watching; `allowed`: the time that passed, and the slack. */
export type OverclaimReport = {
  playbacks: number
  claimed: number
  credited: number
  allowed: number
}

const ATTACK_MS = 60_000

/**
 * Claims hours of watching within a minute: in stretches from one frame to the whole video, under
 * new numbers and under ones sent before, at every rate, through any of the servers.
 * @param untilMerged resolves when everything acknowledged is merged.
 * @returns what the tables then credit.
 */
export async function overclaim(
  playbacks: number,
  video: Video,
  ports: readonly number[],
  untilMerged: () => Promise<unknown>,
): Promise<OverclaimReport> {
  const viewer = await logInSomeone()
  const began = Date.now()
  const all = Array.from({ length: playbacks }, (_, seed): FalsePlayback => {
    const claims = newClaims(viewer.id, video, began)
    const [token, random] = [signToken(claims), seededRandom(seed)]
    return { claims, token, random, seq: 0, claimed: 0, lastAcknowledgedAt: began }
  })
  await Promise.all(
    all.map(async (playback) => {
      while (Date.now() - began < ATTACK_MS) await sendClaim(playback, video, ports, viewer.cookie)
    }),
  )
  await untilMerged()
  const row = await readViewerRow(video.id, bucketOf(viewer.id), viewer.id)
  const merged = row && decodeViewerRow(row).playbacks
  const perSecond = (1000 * video.fps.num) / video.fps.den
  const report: OverclaimReport = { playbacks, claimed: 0, credited: 0, allowed: 0 }
  for (const { claims, claimed, lastAcknowledgedAt } of all) {
    report.claimed += claimed
    report.credited += (merged?.get(claims.playbackId)?.usedCredit ?? 0) / perSecond
    report.allowed += creditAt(lastAcknowledgedAt, claims.start, video.fps) / perSecond
  }
  return report
}

async function sendClaim(
  playback: FalsePlayback,
  video: Video,
  ports: readonly number[],
  cookie: string,
): Promise<void> {
  const { token, random } = playback
  const beacons = Array.from({ length: 1 + random.below(3) }, () => falseBeacon(playback, video))
  const body = JSON.stringify({ token, age: random.below(99_999), beacons })
  for (const { segments } of beacons)
    for (const [start, end, rate] of segments)
      playback.claimed += ((end - start) * video.fps.den) / video.fps.num / rate
  const { status } = await sendTo({ port: random.pick(ports) ?? 0 }, { body, headers: { cookie } })
  if (status === 204) playback.lastAcknowledgedAt = Date.now()
}

function falseBeacon(playback: FalsePlayback, { frames }: Video): WireBeacon {
  const { random } = playback
  const longest = random.pick([1, 30, 30, 300, 3000, frames]) ?? 1
  const segments = Array.from({ length: 1 + random.below(20) }, (): WireSegment => {
    const length = 1 + random.below(longest)
    const start = random.below(Math.max(1, frames - length))
    const rate = random.pick([0.25, 1, 2, 4, 4]) ?? 1
    return [start, Math.min(frames, start + length), rate, 1]
  })
  const seq = random.chance(0.2) ? random.below(playback.seq + 1) : playback.seq++
  return { seq, position: 0, ended: false, segments }
}
