import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { session } from '#db/client.ts'
import { listLanes } from '#db/lanes.ts'
import { readRemovals } from '#db/removals.ts'
import { readUser } from '#db/users.ts'
import { removeWatching } from '#lib/members/removeWatching.ts'
import { addVideo, getVideo, listVideos } from '#lib/videos/library.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import type { Video } from '#lib/videos/video.ts'
import { type Retention, readRetention } from '#lib/watch/analytics/retention.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'
import { readViewersPage } from '#lib/watch/analytics/viewersPage.ts'
import type { PlaybackClaims } from '#lib/watch/ingest/playbackToken.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { clearRemovedIds } from '#lib/watch/ingest/removedIds.ts'
import { DEFAULT_LANES } from '#lib/watch/log/laneCount.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { slotEnd, slotOf } from '#lib/watch/log/slot.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { keepMerging, mergeEverything } from '#testing/merging.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { logInSomeone } from '#testing/people.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { rebuildCurves } from './rebuildCurves.ts'

beforeAll(async () => {
  await useOwnKeyspace('lifecycle')
  await openLanes()
})

const playbackOf = (video: Video, memberId: string = randomUUID()) =>
  newClaims(memberId, video, Date.now() - 3_600_000)

async function watch(claims: PlaybackClaims, ...stretches: [number, number][]) {
  expect(await sendBeacons(claims, [beaconOf(0, ...stretches)])).toEqual({ status: 204 })
}

/** Viewers in every lane, each of some frames; one of them has seen it all. */
async function watchByMany(video: Video): Promise<PlaybackClaims[]> {
  const playbacks = Array.from({ length: 12 }, () => playbackOf(video))
  await Promise.all(
    playbacks.map((claims, i) =>
      watch(claims, i === 0 ? [0, video.frames] : [i * 10, i * 10 + 50]),
    ),
  )
  return playbacks
}

const counts = ({ asOf: _, ...rest }: Retention) => rest
const today = () => {
  const day = new Date().toISOString().slice(0, 10)
  return { from: day, to: day }
}

describe('a video that is removed', () => {
  it('disappears from pages at once, its beacons are refused, and soon no row of it is left', async () => {
    const [video, other] = [await makeVideo(), await makeVideo()]
    const [one] = await watchByMany(video)
    if (!one) throw new Error('no viewers')
    await watch(playbackOf(other, one.memberId), [0, 30])
    await mergeEverything()

    expect(await removeVideo(video.id)).toEqual({ ok: true })
    expect(await getVideo(video.id)).toBeNull()
    expect((await listVideos()).map(({ id }) => id)).not.toContain(video.id)
    const refused = { status: 401, reason: 'removed' }
    expect(await sendBeacons(one, [beaconOf(1, [0, 9])])).toEqual(refused)
    expect(await removeVideo(video.id), 'requested again').toEqual({ ok: true })
    // As in a process that has not read the removal.
    const late = { ...one, videoId: video.id }
    clearRemovedIds()
    expect(await sendBeacons(late, [beaconOf(2, [0, 9])])).toEqual({ status: 204 })

    await mergeEverything()
    await mergeEverything()
    expect(await rowsOf(video.id)).toEqual({ video_curve: 0, viewer_video: 0, videos: 0 })
    expect([...(await readWatchProgress(one.memberId)).keys()]).toEqual([other.id])
    expect(await readRetention(other, 'all')).toMatchObject({ watchedFrames: 30 })
    expect((await listVideos()).map(({ id }) => id)).toContain(other.id)
    const again = await addVideo({ ...video, addedAt: new Date() })
    expect(again.ok, 'its name is free').toBe(true)
  })

  it('must have been there', async () => {
    const unknown = { ok: false, reason: 'unknown-video' }
    expect(await removeVideo(randomUUID())).toEqual(unknown)
    expect(await removeVideo("' OR 1=1")).toEqual(unknown)
  })
})

describe('a member whose watching is removed', () => {
  it('leaves no run and no shelf, and every count', async () => {
    const member = await logInSomeone()
    const video = await makeVideo({ frames: 600 })
    const others = await watchByMany(video)
    const claims = playbackOf(video, member.id)
    await watch(claims, [0, 600])
    await mergeEverything()
    const before = counts(await readRetention(video, 'all'))
    expect(before).toMatchObject({ uniqueViewers: 13, completions: 2 })

    // Requested a while ago: the slots in which a clock may have been fast are over.
    expect(await removeWatching(member.id, new Date(Date.now() - 120_000))).toEqual({ ok: true })
    expect((await readUser(member.id))?.disabledAt).toBeInstanceOf(Date)
    const refused = { status: 401, reason: 'removed' }
    expect(await sendBeacons(claims, [beaconOf(1, [0, 9])])).toEqual(refused)
    await mergeEverything()
    // The lane is past what still counts: a process that has not read the removal adds nothing.
    clearRemovedIds()
    expect(await sendBeacons(claims, [beaconOf(2, [0, 9])])).toEqual({ status: 204 })
    await mergeEverything()
    await mergeEverything()

    expect(await readWatchProgress(member.id)).toEqual(new Map())
    expect(await readViewer(video, member.id)).toMatchObject({ runs: [], covered: 0, playbacks: 0 })
    const left = (
      await readViewersPage(video.id, { sort: 'last', filter: 'all', page: 1, pageSize: 50 })
    ).viewers.map(({ viewerId }) => viewerId)
    expect(new Set(left)).toEqual(new Set(others.map(({ memberId }) => memberId)))
    expect(counts(await readRetention(video, 'all'))).toEqual(before)
    const removal = (await readRemovals()).find(({ id }) => id === member.id)
    expect(removal).toMatchObject({ isFinished: true })
  })

  it('still counts for what was stored just before', async () => {
    const video = await makeVideo()
    const claims = playbackOf(video)
    await watch(claims, [0, 90])
    await removeWatching(claims.memberId)
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({ watchedFrames: 90 })
    const removal = (await readRemovals()).find(({ id }) => id === claims.memberId)
    expect(removal?.slot, 'clocks may be a minute apart').toBeGreaterThan(slotOf(Date.now()) + 6)
  })
})

describe('rebuilt curves', () => {
  it('are what they were before they were damaged; under load, beside another worker', {
    timeout: 120_000,
  }, async () => {
    const video = await makeVideo({ frames: 5000 })
    await watchByMany(video)
    await mergeEverything()
    const before = counts(await readRetention(video, 'all'))
    const dayBefore = counts(await readRetention(video, today()))
    expect(dayBefore).toMatchObject({ views: 12, completions: 1 })
    await damage(video)
    expect(await readRetention(video, 'all')).toMatchObject({ views: 28, completions: 36 })

    const stop = keepMerging(DEFAULT_LANES)
    onTestFinished(stop)
    const later = Array.from({ length: 40 }, () => playbackOf(video))
    const sending = (async () => {
      for (const claims of later) await watch(claims, [100, 200])
    })()
    const rebuilt = await rebuildCurves(video)
    await sending
    await stop()
    await mergeEverything()

    if (rebuilt === 'removed') throw new Error(rebuilt)
    expect(rebuilt.map(({ period }) => period)).toEqual(
      expect.arrayContaining(['all', today().from]),
    )
    for (const [period, then] of [
      ['all', before],
      [today(), dayBefore],
    ] as const) {
      const now = await readRetention(video, period)
      const plays = then.plays.map((count, frame) => count + (frame >= 100 && frame < 200 ? 40 : 0))
      expect(now).toMatchObject({ plays, views: 52, uniqueViewers: 52, completions: 1 })
      expect(now.viewers?.[150]).toBe((then.viewers?.[150] ?? 0) + 40)
    }
  })

  it('leave out a removed member, and are not built for a removed video', async () => {
    const video = await makeVideo({ frames: 600 })
    const [one] = await watchByMany(video)
    await mergeEverything()
    await removeWatching(one?.memberId ?? '', new Date(Date.now() - 120_000))
    await mergeEverything()
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({ uniqueViewers: 12, completions: 1 })
    await rebuildCurves(video)
    for (const period of ['all', today()] as const)
      expect(await readRetention(video, period)).toMatchObject({
        uniqueViewers: 11,
        watchedFrames: 11 * 50,
        completions: 0,
      })
    await removeVideo(video.id)
    expect(await rebuildCurves(video)).toBe('removed')
  })
})

async function rowsOf(videoId: string) {
  const database = await session()
  const count = async (table: string) => {
    const query = `SELECT video_id FROM ${table} WHERE video_id = ? ALLOW FILTERING`
    return (await database.execute(query, [videoId], { prepare: true })).rowLength
  }
  return {
    video_curve: await count('video_curve'),
    viewer_video: await count('viewer_video'),
    videos: await count('videos'),
  }
}

/** By hand, as with cqlsh: in every lane a chunk is gone, one too many, the totals are wrong. */
async function damage({ id }: Video) {
  const database = await session()
  for (const { lane, mergedTo } of await listLanes())
    for (const period of ['all', today().from]) {
      // These tests merge ahead of time: a hand would come after it.
      const using = `USING TIMESTAMP ${slotEnd(mergedTo) * 1000 + 1_000_000}`
      const at = `video_id = ${id} AND period = '${period}' AND lane = ${lane}`
      for (const change of [
        `DELETE FROM video_curve ${using} WHERE ${at} AND chunk = 0`,
        `UPDATE video_curve ${using} SET views = 7, completions = 9 WHERE ${at} AND chunk = -1`,
        `UPDATE video_curve ${using} SET plays = 0x010309, viewers = 0x010309 WHERE ${at} AND chunk = 1`,
      ])
        await database.execute(change)
    }
}
