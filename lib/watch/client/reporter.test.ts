import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { type Outbox, openOutbox, outboxesOf } from './outbox.ts'
import { makeReporter } from './reporter.ts'
import { makeSender } from './sender.ts'
import { makeOutboxStorage } from './storage.ts'
import { startTracker } from './tracker.ts'

const owner = { memberId: 'm1', videoId: 'v1', playbackId: 'p1', token: 't1' }
const video = { frames: 3600, fps: { num: 30, den: 1 } }

type Sent = {
  at: number
  playbackId: string
  position: number
  ended: boolean
  segments: number[][]
}

/** A page that plays, its clock going on by whole frames; the server can be switched off. */
function openPage({ token = owner.token, frames = video.frames, from = 0 } = {}) {
  const storage = makeOutboxStorage(null, () => {})
  const outbox = openOutbox(storage, { ...owner, token })
  const sent: Sent[] = []
  const posted: Array<{ at: number; bytes: number }> = []
  let at = 0
  let isUp = true
  const senderOf = (outbox: Outbox) =>
    makeSender(outbox, {
      post: async (body) => {
        posted.push({ at, bytes: new TextEncoder().encode(body).length })
        const { playbackId } = outbox.owner
        const { beacons } = JSON.parse(body)
        if (isUp) sent.push(...beacons.map((beacon: Sent) => ({ ...beacon, at, playbackId })))
        return { status: isUp ? 204 : 0 }
      },
      now: () => at,
      random: () => 0,
      warn: () => {},
    })
  const sender = senderOf(outbox)
  const state = { frame: from, moving: false, rate: 1, visible: true }
  const start = startTracker({ ...video, frames }, state, 0)
  const reporter = makeReporter(start, { outbox, sender, now: () => at })
  let frame = from
  let steps = 0
  const page = {
    sent,
    posted,
    storage,
    async wait(ms: number, isPlaying = false) {
      for (const until = steps + Math.round(ms * 0.03); steps < until; ) {
        steps += 1
        at = (steps * 100) / 3
        if (isPlaying) {
          frame += 1
          reporter.handle({ type: 'frame', frame, playing: true, rate: 1 }, at)
        }
        if (steps % 30 > 0) continue
        reporter.tick(at)
        await Promise.resolve()
        await sender.deliver()
      }
    },
    async play(ms: number) {
      reporter.handle({ type: 'moving', rate: 1 }, at)
      await page.wait(ms, true)
    },
    async pause() {
      reporter.handle({ type: 'stopped' }, at)
      await page.wait(3000)
    },
    seek(to: number) {
      reporter.handle({ type: 'seeking', to }, at)
      frame = to - 1
    },
    goOffline: () => {
      isUp = false
    },
    goOnline: () => {
      isUp = true
      sender.retryNow()
    },
    leave: () => reporter.seal(),
    renew() {
      const outbox = openOutbox(storage, { ...owner, token, playbackId: 'p2' })
      reporter.switchTo({ outbox, sender: senderOf(outbox) })
    },
  }
  return page
}

function seconds(sent: Sent[]) {
  return sent.map(({ at }) => Math.floor(at / 1000))
}

describe('a reporter', () => {
  it('sends after 5 s, then every 10 s, while it plays on', async () => {
    const page = openPage()
    await page.play(40_000)
    expect(seconds(page.sent)).toEqual([5, 15, 25, 35])
    expect(page.sent[1]?.segments).toEqual([[expect.any(Number), expect.any(Number), 1, 1]])
  })

  it('joins one beacon to the next without a gap', async () => {
    const page = openPage()
    await page.play(40_000)
    const stretches = page.sent.flatMap(({ segments }) => segments)
    expect(stretches[0]?.[0]).toBe(0)
    for (const [index, [start]] of stretches.slice(1).entries()) {
      expect(start).toBe(stretches[index]?.[1])
    }
  })

  it('sends at once when the player stops', async () => {
    const page = openPage()
    await page.play(2000)
    await page.pause()
    expect(page.sent).toHaveLength(1)
    expect(page.sent[0]).toMatchObject({ position: 60, segments: [[0, 61, 1, 1]] })
  })

  it('sends nothing when nothing happens', async () => {
    const page = openPage()
    await page.wait(60_000)
    expect(page.sent).toEqual([])
  })

  it('reports where the player was put after it had played, though nothing was played there', async () => {
    const page = openPage()
    await page.play(1000)
    await page.pause()
    page.seek(900)
    await page.wait(8000)
    expect(page.sent[1]).toMatchObject({ position: 900, segments: [] })
  })

  it('reports nothing of a video that was put somewhere and never played', async () => {
    const page = openPage()
    page.seek(900)
    await page.wait(8000)
    page.leave()
    expect(page.sent).toEqual([])
    expect(outboxesOf(page.storage, 'm1')).toEqual([])
  })

  it('stays below the server’s limit, however often someone pauses and resumes', async () => {
    const page = openPage()
    for (let second = 0; second < 60; second += 1) {
      await page.play(500)
      await page.wait(500)
    }
    expect(page.sent.length).toBeLessThan(30)
  })

  it('extends the open part while nothing can be sent, and loses none of it', async () => {
    const page = openPage()
    await page.play(12_000)
    page.goOffline()
    await page.play(60_000)
    page.goOnline()
    await page.play(11_000)
    expect(page.sent.length).toBeLessThan(7)
    const ends = page.sent.flatMap(({ segments }) => segments)
    expect(ends.reduce((sum, [start = 0, end = 0]) => sum + end - start, 0)).toBe(ends.at(-1)?.[1])
  })

  it('keeps what is open within a second', async () => {
    const page = openPage()
    await page.play(4000)
    const [after] = outboxesOf(page.storage, 'm1')
    after?.sealOpen()
    expect(after?.waiting()[0]?.beacon.segments[0]?.[1]).toBeGreaterThan(90)
  })

  it('continues as another playback without losing or duplicating a frame', async () => {
    const page = openPage()
    await page.play(8000)
    page.renew()
    await page.play(12_000)
    await page.pause()
    const ids = page.sent.map(({ playbackId }) => playbackId)
    expect(ids[0]).toBe('p1')
    expect(ids.at(-1)).toBe('p2')
    const stretches = page.sent.flatMap(({ segments }) => segments)
    expect(stretches.map(([start]) => start).slice(1)).toEqual(
      stretches.map(([, end]) => end).slice(0, -1),
    )
    for (const outbox of outboxesOf(page.storage, 'm1')) {
      outbox.sealOpen()
      expect(outbox.waiting()).toEqual([])
    }
  })

  it('sends less than 1.5 kB in each minute of straight watching, hours into a video', async () => {
    const long = { id: randomUUID(), frames: 3 * 3600 * 60, fps: video.fps }
    const token = signToken(newClaims(randomUUID(), long, Date.now()))
    const page = openPage({ token, frames: long.frames, from: 2 * 3600 * 60 })
    await page.play(10 * 60_000)
    const minutes = Array.from({ length: 10 }, (_, minute) =>
      page.posted
        .filter(({ at }) => Math.floor(at / 60_000) === minute)
        .reduce((sum, { bytes }) => sum + bytes, 0),
    )
    expect(Math.max(...minutes)).toBeLessThan(1500)
    expect(Math.min(...minutes)).toBeGreaterThan(500)
  })

  it('seals every seek of someone who searches, 100 segments a beacon', async () => {
    const page = openPage()
    await page.play(100)
    for (let jump = 0; jump < 250; jump += 1) {
      page.seek((jump * 37) % 3000)
      await page.play(34)
    }
    page.leave()
    const [after] = outboxesOf(page.storage, 'm1')
    const all = [...page.sent, ...(after?.waiting().map(({ beacon }) => beacon) ?? [])]
    expect(all.every(({ segments }) => segments.length <= 100)).toBe(true)
    expect(all.flatMap(({ segments }) => segments).length).toBeGreaterThan(240)
  })
})
