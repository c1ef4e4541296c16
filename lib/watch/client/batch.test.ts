import { describe, expect, it } from 'vitest'
import { parseWatchBody } from '#lib/watch/ingest/beaconSchema.ts'
import { toWire } from '#lib/watch/protocol/beacon.ts'
import { MAX_BODY_BYTES } from '#lib/watch/protocol/limits.ts'
import { packBatch, type SealedBeacon } from './batch.ts'

function sealedBeacons(count: number, segments: number): SealedBeacon[] {
  return Array.from({ length: count }, (_, seq) => ({
    sealedAt: 1000 * seq,
    beacon: {
      seq,
      position: 123456,
      ended: false,
      segments: Array.from({ length: segments }, () => [100000, 100200, 1.25, 1] as const).map(
        (segment) => [...segment],
      ),
    },
  }))
}

describe('packBatch', () => {
  it('is accepted by the server', () => {
    const batch = packBatch('token', sealedBeacons(1, 2), 0)
    expect(parseWatchBody(batch?.body ?? '')).toMatchObject({ ok: true, body: { token: 'token' } })
  })

  it('contains the age of the newest from one second on', () => {
    const waiting = sealedBeacons(3, 1)
    expect(JSON.parse(packBatch('t', waiting, 2999)?.body ?? '')).not.toHaveProperty('age')
    expect(JSON.parse(packBatch('t', waiting, 9500.4)?.body ?? '').age).toBe(7500)
    expect(JSON.parse(packBatch('t', waiting, -5000)?.body ?? '')).not.toHaveProperty('age')
  })

  it('holds at most 20 beacons and 32 KiB', () => {
    expect(packBatch('t', sealedBeacons(50, 1), 0)?.seqs).toHaveLength(20)
    const full = packBatch('t', sealedBeacons(20, 100), 0)
    expect(full?.seqs.length).toBeGreaterThan(5)
    expect(full?.seqs.length).toBeLessThan(20)
    expect(full?.body.length).toBeLessThanOrEqual(MAX_BODY_BYTES)
  })

  it('is null if nothing is waiting', () => {
    expect(packBatch('t', [], 0)).toBeNull()
  })

  it('holds no more beacons than it may', () => {
    expect(packBatch('t', sealedBeacons(5, 1), 0, 1)?.seqs).toEqual([0])
  })
})

describe('toWire', () => {
  it('keeps rates within what the server takes', () => {
    const rates = [0.1, 1, 16].map((rate) => toWire({ start: 0, end: 1, rate, visible: false })[2])
    expect(rates).toEqual([0.25, 1, 4])
  })
})
