import { describe, expect, it } from 'vitest'
import { type Outbox, openOutbox } from './outbox.ts'
import { classify, makeSender, type PostResult } from './sender.ts'
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

/** A server that gives these answers in order, then repeats the last one. */
function senderFor(outbox: Outbox, answers: Array<PostResult | ((seqs: number[]) => PostResult)>) {
  const requests: number[][] = []
  const warnings: string[] = []
  let time = 1_000_000
  const post = async (body: string) => {
    const seqs = JSON.parse(body).beacons.map(({ seq }: { seq: number }) => seq)
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? stored
    requests.push(seqs)
    return typeof answer === 'function' ? answer(seqs) : answer
  }
  const dependencies = {
    post,
    now: () => time,
    random: () => 0,
    warn: (message: string) => warnings.push(message),
  }
  const sender = makeSender(outbox, dependencies)
  const wait = (ms: number) => {
    time += ms
  }
  return { sender, requests, warnings, wait, post }
}

function left(outbox: Outbox) {
  return outbox.waiting().map(({ beacon }) => beacon.seq)
}

describe('a sender', () => {
  it('keeps a beacon until it is stored', async () => {
    const outbox = outboxWith(45)
    const { sender, requests } = senderFor(outbox, [stored])
    await sender.deliver()
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
    const { sender, warnings } = senderFor(outbox, [answer, stored])
    await sender.deliver()
    expect(left(outbox)).toEqual([0, 1, 2])
    expect(sender.isBackingOff()).toBe(true)
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
    const { sender, warnings } = senderFor(outbox, [answer])
    await sender.deliver()
    expect(left(outbox)).toEqual([])
    expect(warnings).toEqual([`Dropped beacon 0: ${answer.status} ${answer.reason}`])
  })

  it.each([
    [{ status: 401, reason: 'token-ended' }, true],
    [{ status: 401, reason: 'no-session' }, false],
    [{ status: 422, reason: 'outside-the-video' }, false],
    [stored, false],
  ])('knows whether the playback has ended: %j', async (answer, hasEnded) => {
    const { sender } = senderFor(outboxWith(1), [answer])
    await sender.deliver()
    expect(sender.hasEnded()).toBe(hasEnded)
  })

  it('drops of a refused batch only the bad one', async () => {
    const outbox = outboxWith(4)
    const { sender, requests, warnings } = senderFor(outbox, [
      (seqs) => (seqs.includes(2) ? { status: 422, reason: 'outside-the-video' } : stored),
    ])
    await sender.deliver()
    expect(requests).toEqual([[0, 1, 2, 3], [0], [1], [2], [3]])
    expect(warnings).toHaveLength(1)
    expect(left(outbox)).toEqual([])
  })

  it('backs off exponentially, at least as long as Retry-After, and starts over after a success', async () => {
    const outbox = outboxWith(1)
    const { sender, requests, wait } = senderFor(outbox, [
      ...Array.from({ length: 3 }, () => ({ status: 0 })),
      { status: 503, retryAfter: 30 },
      stored,
    ])
    for (const ms of [1000, 2000, 4000, 30_000]) {
      await sender.deliver()
      const before = requests.length
      wait(ms - 1)
      await sender.deliver()
      expect(requests.length).toBe(before)
      wait(1)
    }
    await sender.deliver()
    expect(left(outbox)).toEqual([])
  })

  it('never backs off longer than a minute, jitter aside', async () => {
    const outbox = outboxWith(1)
    const { sender, requests, wait } = senderFor(outbox, [{ status: 0 }])
    for (let tries = 0; tries < 12; tries += 1) {
      await sender.deliver()
      wait(60_000)
    }
    expect(requests.length).toBe(12)
  })

  it('retries at once when the network is back', async () => {
    const outbox = outboxWith(1)
    const { sender } = senderFor(outbox, [{ status: 0 }, stored])
    await sender.deliver()
    sender.retryNow()
    await sender.deliver()
    expect(left(outbox)).toEqual([])
  })

  it('sends one request at a time', async () => {
    const outbox = outboxWith(1)
    const { sender, requests } = senderFor(outbox, [stored])
    await Promise.all([sender.deliver(), sender.deliver(), sender.deliver()])
    expect(requests).toHaveLength(1)
  })

  it('sends everything at once from a page that is closed, while backing off too', async () => {
    const outbox = outboxWith(30)
    const { sender, post, requests } = senderFor(outbox, [{ status: 503 }, stored])
    await sender.deliver()
    await sender.flush(post)
    expect(requests.map(({ length }) => length)).toEqual([20, 20, 10])
    expect(left(outbox)).toEqual([])
  })

  it('keeps what it sent from there until a response confirms it', async () => {
    const outbox = outboxWith(2)
    const { sender } = senderFor(outbox, [stored])
    await sender.flush(async () => ({ status: 0 }))
    expect(left(outbox)).toEqual([0, 1])
    await sender.deliver()
    expect(left(outbox)).toEqual([])
  })
})

describe('classify', () => {
  it('treats only 204 as stored', () => {
    const statuses = [200, 201, 202, 204, 206, 301, 304]
    expect(statuses.filter((status) => classify({ status }) === 'stored')).toEqual([204])
  })
})
