import { readViewerRow } from '#db/viewerVideo.ts'
import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { creditAt } from '#lib/watch/aggregate/credit.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { newClaims, type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { type Enrolled, enrol } from '#testing/fold/enrol.ts'
import { post } from '#testing/fold/post.ts'

/** A playback of someone who claims whatever might pass. */
type Cheat = { claims: PlaybackClaims; token: string; seq: number; claimed: number; lastAt: number }

/** `claimed` and `credited` in seconds of watching; `allowed`: the time there was, and the slack. */
export type CheatReport = { playbacks: number; claimed: number; credited: number; allowed: number }

const MINUTE = 60_000

/**
 * Claims hours in a minute: in slices from one frame to the whole video, under new numbers and under
 * ones sent before, at every rate, through one server after the other.
 * @returns what the tables credit once all is merged, which `settle` waits for.
 */
export async function cheat(
  playbacks: number,
  video: Video,
  ports: readonly number[],
  settle: () => Promise<unknown>,
): Promise<CheatReport> {
  const watcher = await enrol(new Date())
  const began = Date.now()
  const cheats = Array.from({ length: playbacks }, (_, i) => {
    const claims = newClaims(watcher.id, video, began)
    const random = seededRandom(i)
    return { claims, token: signToken(claims), seq: 0, claimed: 0, lastAt: began, random }
  })
  await Promise.all(
    cheats.map(async (one) => {
      while (Date.now() - began < MINUTE) await claimSome(one, video, ports, watcher, one.random)
    }),
  )
  await settle()
  const row = await readViewerRow(video.id, bucketOf(watcher.id), watcher.id)
  const merged = row ? decodeViewerRow(row).playbacks : new Map()
  const perSecond = (1000 * video.fps.num) / video.fps.den
  const report: CheatReport = { playbacks, claimed: 0, credited: 0, allowed: 0 }
  for (const { claims, claimed, lastAt } of cheats) {
    report.claimed += claimed
    report.credited += (merged.get(claims.playbackId)?.used ?? 0) / perSecond
    report.allowed += creditAt(lastAt, claims.start, video.fps) / perSecond
  }
  return report
}

async function claimSome(
  one: Cheat,
  video: Video,
  ports: readonly number[],
  { cookie }: Enrolled,
  random: Random,
): Promise<void> {
  const beacons = Array.from({ length: 1 + random.below(3) }, () => lie(one, video, random))
  const body = JSON.stringify({ token: one.token, age: random.below(99_999), beacons })
  for (const { segments } of beacons)
    for (const [start, end, rate] of segments)
      one.claimed += ((end - start) * video.fps.den) / video.fps.num / rate
  const { status } = await post({ port: random.pick(ports) ?? 0, body, headers: { cookie } })
  if (status === 204) one.lastAt = Date.now()
}

function lie(one: Cheat, { frames }: Video, random: Random): WireBeacon {
  const longest = random.pick([1, 30, 30, 300, 3000, frames]) ?? 1
  const segments = Array.from({ length: 1 + random.below(20) }, () => {
    const length = 1 + random.below(longest)
    const start = random.below(Math.max(1, frames - length))
    const rate = random.pick([0.25, 1, 2, 4, 4]) ?? 1
    return [start, Math.min(frames, start + length), rate, 1] as WireBeacon['segments'][number]
  })
  const seq = random.chance(0.2) ? random.below(one.seq + 1) : one.seq++
  return { seq, position: 0, ended: false, segments }
}
