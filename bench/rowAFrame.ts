import { randomUUID } from 'node:crypto'
import { session } from '#db/client.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'

export const ROW_A_FRAME = 'row_a_frame'
const BATCH_ROWS = 100
const CONCURRENCY = 16

/** The simplest exact alternative: a row for every frame that was played. */
export async function makeRowAFrame(): Promise<void> {
  await (await session()).execute(
    `CREATE TABLE ${ROW_A_FRAME} (video_id uuid, viewer_id uuid, playback_id uuid, frame int, ` +
      'at timestamp, PRIMARY KEY ((video_id, viewer_id), playback_id, frame))',
  )
}

export async function writeRowAFrame(viewers: number, frames: number, fps: number): Promise<void> {
  const client = await session()
  const query = `INSERT INTO ${ROW_A_FRAME} (video_id, viewer_id, playback_id, frame, at) VALUES (?, ?, ?, ?, ?)`
  const begun = Date.now()
  for (let viewer = 0; viewer < viewers; viewer++) {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    const firsts = Array.from({ length: frames / BATCH_ROWS }, (_, i) => i * BATCH_ROWS)
    await forEachConcurrent(firsts, CONCURRENCY, async (first) => {
      const rows = Array.from({ length: BATCH_ROWS }, (_, i) => first + i)
      const params = (frame: number) => [...ids, frame, new Date(begun + (frame * 1000) / fps)]
      const statements = rows.map((frame) => ({ query, params: params(frame) }))
      await client.batch(statements, { prepare: true, logged: false })
    })
  }
}
