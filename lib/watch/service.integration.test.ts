import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { listLanes } from '#db/lanes.ts'
import { readViewerLog } from '#db/watchLog.ts'
import { laneOf } from './lane.ts'
import { newClaims } from './playback.ts'
import { startWatchService, stopWatchService } from './service.ts'
import { slotOf } from './slot.ts'
import { useOwnKeyspace } from './testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from './testing/sendBeacons.ts'

const video = { id: randomUUID(), frames: 3600, fps: { num: 30, den: 1 } }

it('starts once, stores all it took before it stops, and lets the lanes go', async () => {
  await useOwnKeyspace('service')
  await Promise.all([startWatchService(), startWatchService()])
  const first = slotOf(Date.now())
  const playbacks = Array.from({ length: 200 }, () =>
    newClaims(randomUUID(), video, Date.now() - 20_000),
  )
  const answers = playbacks.map((claims) => sendBeacons(claims, [beaconOf(0, [0, 300])]))
  // The requests are on their way into the queues when the signal comes.
  await new Promise(setImmediate)
  await stopWatchService()
  const statuses = (await Promise.all(answers)).map(({ status }) => status)
  expect(statuses.filter((status) => status !== 204 && status !== 503)).toEqual([])
  expect(statuses).toContain(204)

  const lanes = await listLanes()
  for (const [i, { memberId }] of playbacks.entries()) {
    if (statuses[i] !== 204) continue
    const lane = laneOf(memberId, lanes.length)
    const slots = Array.from({ length: slotOf(Date.now()) - first + 3 }, (_, n) => first + n)
    const rows = await Promise.all(
      slots.map((slot) => readViewerLog(slot, lane, video.id, memberId)),
    )
    expect(rows.flat()).toHaveLength(1)
  }
  expect(lanes).toHaveLength(4)
  for (const { leaseUntil } of lanes) expect(leaseUntil).toBe(0)
  const late = await sendBeacons(newClaims(randomUUID(), video, Date.now()), [beaconOf(0)])
  expect(late).toMatchObject({ status: 503, retryAfter: 5 })
})
