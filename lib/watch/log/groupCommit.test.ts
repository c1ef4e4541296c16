import { expect, it, vi } from 'vitest'
import type { LogEntry } from '#db/watchLog.ts'
import { GroupCommit } from './groupCommit.ts'
import { slotOf, slotStart } from './slot.ts'

const SLOT = 180_000_000
const entry = (seq: number): LogEntry => ({
  videoId: 'v',
  viewerId: 'm',
  playbackId: 'p',
  seq,
  at: slotStart(SLOT),
  position: 0,
  ended: false,
  segments: Buffer.alloc(0),
})
const group = (rows = 1, lastSlot = SLOT + 100) => ({
  entries: Array.from({ length: rows }, (_, i) => entry(i)),
  lastSlot,
})

/** A log in memory whose writes are acknowledged when the test does it. */
function makeLog() {
  const log = {
    time: slotStart(SLOT),
    closedTo: SLOT - 1,
    batches: [] as { slot: number; rows: number; acknowledge: () => void; fail: () => void }[],
    failures: [] as unknown[],
    now: () => log.time,
    insert: (slot: number, _: number, entries: LogEntry[]) =>
      new Promise<void>((acknowledge, fail) => {
        const error = new Error('away')
        log.batches.push({ slot, rows: entries.length, acknowledge, fail: () => fail(error) })
      }),
    readClosedTo: async () => log.closedTo,
    onFailure: (error: unknown) => log.failures.push(error),
    /** The batch written last, as soon as there are `count`. */
    batch: async (count: number) => {
      await vi.waitFor(() => expect(log.batches).toHaveLength(count))
      const batch = log.batches[count - 1]
      if (!batch) throw new Error('no batch')
      return batch
    },
  }
  return { log, queue: new GroupCommit(0, log) }
}

it('writes one batch at a time, and everything that arrived meanwhile as the next one', async () => {
  const { log, queue } = makeLog()
  const outcomes = [queue.add(group())]
  const first = await log.batch(1)
  for (let i = 0; i < 12; i++) outcomes.push(queue.add(group(50)))
  expect(log.batches).toHaveLength(1)
  first.acknowledge()
  const second = await log.batch(2)
  expect(second.rows).toBe(500)
  second.acknowledge()
  const third = await log.batch(3)
  expect(third.rows).toBe(100)
  third.acknowledge()
  expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['stored']))
})

it('resolves to stored only after the write is acknowledged', async () => {
  const { log, queue } = makeLog()
  let outcome: string | undefined
  const done = queue.add(group()).then((settled) => {
    outcome = settled
  })
  const batch = await log.batch(1)
  expect(outcome).toBeUndefined()
  batch.acknowledge()
  await done
  expect(outcome).toBe('stored')
})

it('resolves to busy when the write fails, and continues with the next batch', async () => {
  const { log, queue } = makeLog()
  const failing = queue.add(group())
  ;(await log.batch(1)).fail()
  expect(await failing).toBe('busy')
  expect(log.failures).toHaveLength(1)
  const next = queue.add(group())
  ;(await log.batch(2)).acknowledge()
  expect(await next).toBe('stored')
})

it('writes rows again when their slot was closed during the write', async () => {
  const { log, queue } = makeLog()
  const outcome = queue.add(group())
  const first = await log.batch(1)
  expect(first.slot).toBe(slotOf(log.time))
  log.closedTo = SLOT + 3
  first.acknowledge()
  const second = await log.batch(2)
  expect(second.slot).toBe(SLOT + 4)
  second.acknowledge()
  expect(await outcome).toBe('stored')
})

it('resolves to busy after two rewrites', async () => {
  const { log, queue } = makeLog()
  const outcome = queue.add(group())
  for (let write = 1; write <= 3; write++) {
    const batch = await log.batch(write)
    log.closedTo = batch.slot
    batch.acknowledge()
  }
  expect(await outcome).toBe('busy')
  expect(log.batches).toHaveLength(3)
})

it('never writes into a slot that starts after the token ended', async () => {
  const { log, queue } = makeLog()
  expect(await queue.add(group(1, SLOT - 1))).toBe('ended')
  expect(log.batches).toHaveLength(0)
  const late = queue.add(group(1, SLOT))
  const first = await log.batch(1)
  log.closedTo = SLOT
  first.acknowledge()
  expect(await late).toBe('ended')
})

it('resolves to busy when the queue is full', async () => {
  const { log, queue } = makeLog()
  const first = queue.add(group())
  await log.batch(1)
  const waiting = Array.from({ length: 200 }, () => queue.add(group(20)))
  expect(await queue.add(group())).toBe('busy')
  for (let write = 1; write <= 9; write++) (await log.batch(write)).acknowledge()
  expect(new Set(await Promise.all([first, ...waiting]))).toEqual(new Set(['stored']))
})

it('drains the queue before it stops, and accepts nothing after', async () => {
  const { log, queue } = makeLog()
  const order: string[] = []
  const taken = queue.add(group()).then((outcome) => order.push(outcome))
  const batch = await log.batch(1)
  const stopped = queue.stop().then(() => order.push('stopped'))
  expect(await queue.add(group())).toBe('busy')
  await new Promise(setImmediate)
  batch.acknowledge()
  await Promise.all([taken, stopped])
  expect(order).toEqual(['stored', 'stopped'])
})
