import { describe, expect, it } from 'vitest'
import { type Outbox, openOutbox } from './outbox.ts'
import { judge, makeSender, type PostAnswer } from './sender.ts'
import { makeOutboxStorage } from './storage.ts'

const owner = { memberId: 'm1', videoId: 'v1', playbackId: 'p1', token: 't1' }
const stored = { status: 204 }

function outboxWith(count: number): Outbox {
  const outbox = openOutbox(
    makeOutboxStorage(null, () => {}),
    owner,
  )
  for (let seq = 0; seq < count; seq += 1) {
    outbox.seal({ position: seq, ended: false, segments: [] }, 0)
  }
  return outbox
}

/** A server that answers as told, request after request, then the last answer for ever. */
function courierFor(outbox: Outbox, answers: Array<PostAnswer | ((seqs: number[]) => PostAnswer)>) {
  const requests: number[][] = []
  const warnings: string[] = []
  let time = 1_000_000
  const post = async (body: string) => {
    const seqs = JSON.parse(body).beacons.map(({ seq }: { seq: number }) => seq)
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? stored
    requests.push(seqs)
    return typeof answer === 'function' ? answer(seqs) : answer
  }
  const parts = {
    post,
    now: () => time,
    random: () => 0,
    warn: (said: string) => warnings.push(said),
  }
  const courier = makeSender(outbox, parts)
  const wait = (ms: number) => {
    time += ms
  }
  return { courier, requests, warnings, wait, post }
}

function left(outbox: Outbox) {
  return outbox.waiting().map(({ beacon }) => beacon.seq)
}

describe('a courier', () => {
  it('keeps a beacon until it is stored', async () => {
    const outbox = outboxWith(45)
    const { courier, requests } = courierFor(outbox, [stored])
    await courier.deliver()
    expect(requests.map(({ length }) => length)).toEqual([20, 20, 5])
    expect(left(outbox)).toEqual([])
  })

  it.each([
    { status: 0 },
    { status: 429, retryAfter: 1 },
    { status: 500 },
    { status: 502 },
    { status: 503, reason: 'database-away' },
    { status: 401, reason: 'no-session' },
    { status: 401 },
    { status: 403, reason: 'another-members-token' },
    { status: 200 },
  ])('keeps everything on %j', async (answer) => {
    const outbox = outboxWith(3)
    const { courier, warnings } = courierFor(outbox, [answer, stored])
    await courier.deliver()
    expect(left(outbox)).toEqual([0, 1, 2])
    expect(courier.isHeldUp()).toBe(true)
    expect(warnings).toEqual([])
  })

  it.each([
    { status: 400, reason: 'bad-shape: beacons' },
    { status: 403, reason: 'foreign-origin' },
    { status: 413, reason: 'too-large' },
    { status: 422, reason: 'more-than-the-credit' },
    { status: 401, reason: 'token-ended' },
    { status: 401, reason: 'removed' },
    { status: 401, reason: 'false-token' },
  ])('drops what is refused for good, and says why: %j', async (answer) => {
    const outbox = outboxWith(1)
    const { courier, warnings } = courierFor(outbox, [answer])
    await courier.deliver()
    expect(left(outbox)).toEqual([])
    expect(warnings).toEqual([`Dropped beacon 0: ${answer.status} ${answer.reason}`])
  })

  it.each([
    [{ status: 401, reason: 'token-ended' }, true],
    [{ status: 401, reason: 'no-session' }, false],
    [{ status: 422, reason: 'outside-the-video' }, false],
    [stored, false],
  ])('knows whether the playback has ended: %j', async (answer, hasEnded) => {
    const { courier } = courierFor(outboxWith(1), [answer])
    await courier.deliver()
    expect(courier.hasEnded()).toBe(hasEnded)
  })

  it('drops of a refused batch only the bad one', async () => {
    const outbox = outboxWith(4)
    const { courier, requests, warnings } = courierFor(outbox, [
      (seqs) => (seqs.includes(2) ? { status: 422, reason: 'outside-the-video' } : stored),
    ])
    await courier.deliver()
    expect(requests).toEqual([[0, 1, 2, 3], [0], [1], [2], [3]])
    expect(warnings).toHaveLength(1)
    expect(left(outbox)).toEqual([])
  })

  it('waits longer each time, as long as it is told, and starts over after a success', async () => {
    const outbox = outboxWith(1)
    const { courier, requests, wait } = courierFor(outbox, [
      ...Array.from({ length: 3 }, () => ({ status: 0 })),
      { status: 503, retryAfter: 30 },
      stored,
    ])
    for (const ms of [1000, 2000, 4000, 30_000]) {
      await courier.deliver()
      const before = requests.length
      wait(ms - 1)
      await courier.deliver()
      expect(requests.length).toBe(before)
      wait(1)
    }
    await courier.deliver()
    expect(left(outbox)).toEqual([])
  })

  it('never waits longer than a minute, jitter aside', async () => {
    const outbox = outboxWith(1)
    const { courier, requests, wait } = courierFor(outbox, [{ status: 0 }])
    for (let tries = 0; tries < 12; tries += 1) {
      await courier.deliver()
      wait(60_000)
    }
    expect(requests.length).toBe(12)
  })

  it('tries again at once when the network is back', async () => {
    const outbox = outboxWith(1)
    const { courier } = courierFor(outbox, [{ status: 0 }, stored])
    await courier.deliver()
    courier.tryAgainNow()
    await courier.deliver()
    expect(left(outbox)).toEqual([])
  })

  it('sends one request at a time', async () => {
    const outbox = outboxWith(1)
    const { courier, requests } = courierFor(outbox, [stored])
    await Promise.all([courier.deliver(), courier.deliver(), courier.deliver()])
    expect(requests).toHaveLength(1)
  })

  it('sends everything at once from a page that ends, though it was told to wait', async () => {
    const outbox = outboxWith(30)
    const { courier, post, requests } = courierFor(outbox, [{ status: 503 }, stored])
    await courier.deliver()
    await courier.flush(post)
    expect(requests.map(({ length }) => length)).toEqual([20, 20, 10])
    expect(left(outbox)).toEqual([])
  })

  it('keeps what it sent from there until it hears that it is stored', async () => {
    const outbox = outboxWith(2)
    const { courier } = courierFor(outbox, [stored])
    await courier.flush(async () => ({ status: 0 }))
    expect(left(outbox)).toEqual([0, 1])
    await courier.deliver()
    expect(left(outbox)).toEqual([])
  })
})

describe('judge', () => {
  it('takes nothing but 204 for stored', () => {
    const statuses = [200, 201, 202, 204, 206, 301, 304]
    expect(statuses.filter((status) => judge({ status }) === 'stored')).toEqual([204])
  })
})
