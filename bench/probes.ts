import { setTimeout as wait } from 'node:timers/promises'
import type { Video } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon, WireSegment } from '#lib/watch/protocol/beacon.ts'
import type { LoggedIn } from '#testing/people.ts'
import { FPS } from '#testing/videos.ts'
import { Connection } from './load/connection.ts'
import { watchRequest } from './load/watchRequest.ts'

const POLL_MS = 50

/**
 * Sends beacons of one frame at a fixed interval, each in another second of the video, and polls the
 * curve until each frame is in it.
 * @param video whose length in seconds is at least `count`.
 * @returns ms from each acknowledgement to the first read of the curve that includes it.
 */
export async function probe(
  port: number,
  person: LoggedIn,
  video: Video,
  { count, everyMs }: { count: number; everyMs: number },
): Promise<number[]> {
  const waiting = new Map<number, number>()
  const delays: number[] = []
  const sending = send(port, person, video, { count, everyMs }, waiting)
  let isSent = false
  const sent = sending.then(() => {
    isSent = true
  })
  while (!isSent || waiting.size > 0) {
    const { plays } = await readRetention(video, 'all')
    const now = performance.now()
    for (const [frame, acknowledged] of waiting)
      if ((plays[frame] ?? 0) > 0) {
        delays.push(now - acknowledged)
        waiting.delete(frame)
      }
    await wait(POLL_MS)
  }
  await sent
  return delays
}

/** Puts the frame of each acknowledged beacon into `waiting`, with the time of its acknowledgement. */
async function send(
  port: number,
  { id, cookie }: LoggedIn,
  video: Video,
  { count, everyMs }: { count: number; everyMs: number },
  waiting: Map<number, number>,
): Promise<void> {
  const connection = await Connection.open(port)
  const token = signToken(newClaims(id, video, Date.now()))
  for (let seq = 0; seq < count; seq++) {
    const start = seq * FPS
    const segments: WireSegment[] = [[start, start + 1, 1, 1]]
    const beacon: WireBeacon = { seq, position: start, ended: false, segments }
    const status = await connection.send(watchRequest(port, cookie, token, [beacon]))
    if (status !== 204) throw new Error(`A probe was answered ${status}`)
    waiting.set(start, performance.now())
    await wait(everyMs)
  }
  connection.close()
}
