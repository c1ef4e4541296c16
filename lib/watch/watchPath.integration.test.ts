import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type LaneRow, listLanes } from '#db/lanes.ts'
import { exportMemberData } from '#lib/members/exportMemberData.ts'
import { seededRandom } from '#lib/random.ts'
import { answerHealth } from '#lib/server/health.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { mergeEverything, workerAfter } from '#testing/merging.ts'
import { countsOf } from '#testing/oracle.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { logInSomeone } from '#testing/people.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { parsePeriod } from './analytics/period.ts'
import { mergedUntil, readRetention } from './analytics/retention.ts'
import { readViewer } from './analytics/viewer.ts'
import { readViewersPage } from './analytics/viewersPage.ts'
import { forgetLedgers } from './ingest/admission.ts'
import type { PlaybackClaims } from './ingest/playbackToken.ts'
import { openLanes } from './log/lanes.ts'
import { laneOf } from './log/sharding.ts'
import { readWatchProgress } from './progress/watchProgress.ts'
import { stepLane } from './rollup/laneLease.ts'
import { databaseStore, type RollupStore } from './rollup/store.ts'
import { startPlayback } from './startPlayback.ts'

const AN_HOUR = 3_600_000
/** A playback that may have seen the whole video several times. */
const playbackOf = (video: Video, memberId: string = randomUUID()) =>
  newClaims(memberId, video, Date.now() - AN_HOUR)

async function store(claims: PlaybackClaims, ...beacons: WireBeacon[]) {
  expect(await sendBeacons(claims, beacons)).toEqual({ status: 204 })
}

async function laneRow(viewerId: string): Promise<LaneRow> {
  const lanes = await listLanes()
  const lane = lanes.find((row) => row.lane === laneOf(viewerId, lanes.length))
  if (!lane) throw new Error('no lane')
  return lane
}

beforeAll(async () => {
  await useOwnKeyspace('merges')
  await openLanes()
})

describe('what was watched', () => {
  it('is in the data its member can download, run by run', async () => {
    const [video, member] = [await makeVideo(), await logInSomeone()]
    await store(playbackOf(video, member.id), beaconOf(0, [0, 150], [100, 120]))
    await mergeEverything()
    const data = await exportMemberData(member.id, new Date())
    const runs = [
      [0, 100, 1],
      [100, 120, 2],
      [120, 150, 1],
    ]
    expect(data?.runs).toEqual([{ videoId: video.id, runs }])
    expect(data?.history).toMatchObject([{ videoId: video.id, title: 'A video', covered: 150 }])
  })

  it('is the curve, frame by frame, for owners and for viewers', async () => {
    // Over the edge of a chunk of 4,096 frames.
    const video = await makeVideo({ frames: 5000 })
    const [one, two] = [playbackOf(video), playbackOf(video)]
    await store(one, beaconOf(0, [0, 150]), beaconOf(1, [150, 300], [40, 60]))
    await store(one, beaconOf(2, [4000, 4200]))
    await store(two, beaconOf(0, [100, 101]), beaconOf(1, [4090, 5000]))
    await mergeEverything()

    const played: [number, number][] = [
      [0, 300],
      [40, 60],
      [4000, 4200],
      [100, 101],
      [4090, 5000],
    ]
    const ofOne = countsOf(5000, [0, 300], [4000, 4200])
    const ofTwo = countsOf(5000, [100, 101], [4090, 5000])
    const retention = await readRetention(video, 'all')
    expect(retention).toMatchObject({
      frames: 5000,
      fps: [30, 1],
      plays: countsOf(5000, ...played),
      viewers: ofOne.map((count, frame) => count + (ofTwo[frame] ?? 0)),
      views: 2,
      watchedFrames: 300 + 20 + 200 + 1 + 910,
      uniqueViewers: 2,
      completions: 0,
    })
    expect(Date.parse(retention.asOf)).toBeGreaterThan(Date.now())
    expect(await readViewer(video, one.memberId)).toEqual({
      runs: [
        [0, 40, 1],
        [40, 60, 2],
        [60, 300, 1],
        [4000, 4200, 1],
      ],
      covered: 500,
      position: 4200,
      completedAt: null,
      playbacks: 1,
    })
    const seen = (
      await readViewersPage(video.id, { sort: 'last', filter: 'all', page: 1, pageSize: 50 })
    ).viewers
    expect(new Set(seen.map((viewer) => viewer.viewerId))).toEqual(
      new Set([one.memberId, two.memberId]),
    )
  })

  it('tells a member who has not watched from an unknown one', async () => {
    const video = await makeVideo()
    const { id } = await logInSomeone()
    expect(await readViewer(video, id)).toMatchObject({ runs: [], covered: 0, playbacks: 0 })
    expect(await readViewer(video, randomUUID())).toBeNull()
  })

  it('is the same when every beacon is sent three times in any order', async () => {
    const video = await makeVideo()
    const claims = newClaims(randomUUID(), video, Date.now())
    // So young that nothing is recalled: what was merged meanwhile is written and merged again.
    const now = () => claims.start + 29_000
    const random = seededRandom(7)
    const stretches = Array.from({ length: 30 }, (_, seq): [number, number] => [
      seq * 30,
      seq * 30 + 40,
    ])
    const beacons = stretches.map((stretch, seq) => beaconOf(seq, stretch))
    const thrice = [...beacons, ...beacons, ...beacons].sort(() => random.next() - 0.5)
    for (const [i, beacon] of thrice.entries()) {
      // As another process, which has no ledger of this playback.
      if (i % 3 === 0) forgetLedgers()
      expect(await sendBeacons(claims, [beacon], { now })).toEqual({ status: 204 })
      if (i % 20 === 0) await mergeEverything()
    }
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({
      plays: countsOf(3600, ...stretches),
      views: 1,
      uniqueViewers: 1,
    })
  })

  it('adds up by days', async () => {
    const video = await makeVideo({ frames: 100 })
    const claims = playbackOf(video)
    await store(claims, beaconOf(0, [0, 60], [0, 10]))
    const { mergedTo } = await laneRow(claims.memberId)
    await mergeEverything()
    const days = [mergedTo * 10_000, (await laneRow(claims.memberId)).mergedTo * 10_000].map((at) =>
      new Date(at).toISOString().slice(0, 10),
    )
    const week = parsePeriod(`${days[0]}..${nextDay(days[1] ?? '')}`)
    const counts = countsOf(100, [0, 60], [0, 10])
    expect(await readRetention(video, week ?? 'all')).toMatchObject({
      plays: counts,
      viewers: null,
      uniqueViewers: null,
      views: 1,
    })
    expect(await readRetention(video, parsePeriod('2001-01-01') ?? 'all', 5)).toMatchObject({
      plays: [0, 0, 0, 0, 0],
      viewers: [0, 0, 0, 0, 0],
      views: 0,
    })
  })

  it('is complete once nine tenths are covered, and stays so', async () => {
    const video = await makeVideo({ frames: 1000 })
    const claims = playbackOf(video)
    await store(claims, beaconOf(0, [0, 500], [600, 998]))
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({ completions: 0 })
    await store(claims, beaconOf(1, [998, 999]))
    await mergeEverything()
    expect((await readViewer(video, claims.memberId))?.completedAt).toBeNull()
    await store(claims, beaconOf(2, [500, 501]))
    await mergeEverything()
    const completedAt = (await readViewer(video, claims.memberId))?.completedAt
    expect(completedAt).toBeInstanceOf(Date)
    await store(playbackOf(video, claims.memberId), beaconOf(0, [0, 1000]))
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({ completions: 1, views: 2 })
    expect(await readViewer(video, claims.memberId)).toMatchObject({ completedAt, playbacks: 2 })
  })
})

describe('the resume point', () => {
  const open = async (video: Video, memberId: string) => {
    const started = await startPlayback({ memberId, video, now: Date.now() })
    if (!started.ok) throw new Error(started.reason)
    return started.page
  }

  it('is right before anything is merged, and after', async () => {
    const video = await makeVideo()
    const claims = playbackOf(video)
    expect(await open(video, claims.memberId)).toMatchObject({ resumeFrame: 0, positionFrame: 0 })
    await store(claims, beaconOf(0, [0, 700]))
    expect(await open(video, claims.memberId)).toMatchObject({ resumeFrame: 700 })
    await mergeEverything()
    expect(await open(video, claims.memberId)).toMatchObject({ resumeFrame: 700 })
    await store(claims, { ...beaconOf(1), position: 90 })
    expect(await open(video, claims.memberId)).toMatchObject({ resumeFrame: 90, positionFrame: 90 })
  })

  it('is not moved by an older beacon that arrives late', async () => {
    const video = await makeVideo()
    const phone = playbackOf(video)
    await store(playbackOf(video, phone.memberId), beaconOf(0, [0, 500]))
    const kept = await sendBeacons(phone, [beaconOf(0, [2000, 2100])], { age: 60_000 })
    expect(kept.status).toBe(204)
    expect(await open(video, phone.memberId)).toMatchObject({ positionFrame: 500 })
    await mergeEverything()
    expect(await open(video, phone.memberId)).toMatchObject({ positionFrame: 500 })
    expect((await readWatchProgress(phone.memberId)).get(video.id)).toMatchObject({
      position: 500,
      covered: 600,
    })
  })

  it('comes with the runs seen, and yields to a requested frame', async () => {
    const video = await makeVideo()
    const claims = playbackOf(video)
    const { memberId } = claims
    await store(claims, beaconOf(0, [0, 100]))
    await mergeEverything()
    await store(claims, beaconOf(1, [100, 150], [700, 701]))
    const startFrame = 0
    const started = await startPlayback({ memberId, video, startFrame, now: Date.now() })
    expect(started).toMatchObject({
      page: { resumeFrame: 0, positionFrame: 701 },
      seen: [
        [0, 150, 1],
        [700, 701, 1],
      ],
    })
  })

  it('starts over once the end was reached', async () => {
    const video = await makeVideo()
    const claims = playbackOf(video)
    await store(claims, { ...beaconOf(0, [3500, 3600]), ended: true })
    const page = await open(video, claims.memberId)
    expect(page).toMatchObject({ resumeFrame: 0, positionFrame: 3600 })
  })
})

describe('playbacks of one member and video', () => {
  it('get no token once 512 of them live', async () => {
    const video = await makeVideo()
    const memberId = randomUUID()
    const playbacks = Array.from({ length: 512 }, () => playbackOf(video, memberId))
    const [one, ...others] = playbacks
    await Promise.all(others.map((claims) => store(claims, beaconOf(0))))
    await mergeEverything()
    const start = () => startPlayback({ memberId, video, now: Date.now() })
    expect(await start()).toMatchObject({ ok: true })
    if (one) await store(one, beaconOf(0))
    const refused = { ok: false, reason: 'too-many-playbacks' }
    expect(await start(), 'not merged yet').toEqual(refused)
    await mergeEverything()
    expect(await start()).toEqual(refused)
    const later = Date.now() + 15 * 86_400_000
    expect(await startPlayback({ memberId, video, now: later })).toMatchObject({ ok: true })
  })
})

describe('a restarted process', () => {
  it('recalls what a playback has used of its credit, merged or not', async () => {
    const video = await makeVideo()
    const claims = newClaims(randomUUID(), video, Date.now() - 60_000)
    const tooMuch = { status: 422, reason: 'more-than-the-credit' }
    await store(claims, beaconOf(0, [0, 1200]))
    forgetLedgers()
    expect(await sendBeacons(claims, [beaconOf(1, [0, 1200])])).toEqual(tooMuch)
    await mergeEverything()
    forgetLedgers()
    expect(await sendBeacons(claims, [beaconOf(1, [0, 1200])])).toEqual(tooMuch)
    expect(await sendBeacons(claims, [beaconOf(0, [0, 3600])])).toEqual({ status: 204 })
    await store(claims, beaconOf(1, [0, 600]))
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({ watchedFrames: 1800 })
  })
})

describe('a merge that dies', () => {
  it('after any one of its queries is finished by the next owner', {
    timeout: 60_000,
  }, async () => {
    const video = await makeVideo({ frames: 300 })
    const claims = playbackOf(video)
    const stretches: [number, number][] = []
    let hasDied = true
    for (let queries = 0; hasDied; queries++) {
      stretches.push([queries, queries + 200])
      await store(claims, beaconOf(queries, [queries, queries + 200]))
      hasDied = await mergeDyingAfter(queries, await laneRow(claims.memberId))
      await mergeEverything()
      expect(await readRetention(video, 'all'), `died after ${queries} queries`).toMatchObject({
        plays: countsOf(300, ...stretches),
        views: 1,
        uniqueViewers: 1,
      })
    }
    expect(stretches.length).toBeGreaterThan(10)
    const covered = countsOf(300, ...stretches).filter((count) => count > 0).length
    expect(await readViewer(video, claims.memberId)).toMatchObject({ covered })
    expect((await readWatchProgress(claims.memberId)).get(video.id)).toMatchObject({ covered })
  })
})

describe('health', () => {
  it('reports how far behind the slowest lane is', async () => {
    await mergeEverything()
    const well = await answerHealth(Date.now())
    expect(well.status).toBe(200)
    expect(await well.json()).toMatchObject({ database: 'up', laneLagSeconds: 0 })
    const aDayLater = mergedUntil(await listLanes()) + 86_400_000
    const late = await answerHealth(aDayLater)
    expect(late.status).toBe(503)
    expect(await late.json()).toMatchObject({ database: 'up', laneLagSeconds: 86_400 })
    expect((await answerHealth(aDayLater - 1000)).status).toBe(200)
  })
})

/** @returns whether it died before it was through. */
async function mergeDyingAfter(queries: number, lane: LaneRow): Promise<boolean> {
  let left = queries
  const dying = Object.fromEntries(
    Object.entries(databaseStore).map(([name, query]) => [
      name,
      async (...parameters: unknown[]) => {
        if (left-- <= 0) throw new Error('died')
        return (query as (...all: unknown[]) => Promise<unknown>)(...parameters)
      },
    ]),
  ) as RollupStore
  try {
    await stepLane(lane.lane, workerAfter(lane, { store: dying, concurrency: 1 }))
    return false
  } catch {
    return true
  }
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
