import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SealedBeacon } from './batch.ts'
import { type BeaconContent, type OutboxCopy, openOutbox, outboxesOf } from './outbox.ts'
import { makeOutboxStorage, type OutboxStorage } from './storage.ts'

const owner = { memberId: 'm1', videoId: 'v1', playbackId: 'p1', token: 't1' }

function content(start: number, end: number): BeaconContent {
  return { position: end, ended: false, segments: [[start, end, 1, 1]] }
}

function inMemory(): OutboxStorage {
  return makeOutboxStorage(null, () => {})
}

describe('an outbox', () => {
  it('numbers what is sealed from 0 on and keeps it until it is discarded', () => {
    const outbox = openOutbox(inMemory(), owner)
    outbox.seal(content(0, 10), 1)
    outbox.seal(content(10, 20), 2)
    expect(outbox.waiting().map(({ beacon }) => beacon.seq)).toEqual([0, 1])
    outbox.discard([0])
    outbox.seal(content(20, 30), 3)
    expect(outbox.waiting().map(({ beacon }) => beacon.seq)).toEqual([1, 2])
  })

  it('continues its numbers when it is opened again', () => {
    const storage = inMemory()
    const before = openOutbox(storage, owner)
    before.seal(content(0, 10), 1)
    before.seal(content(10, 20), 1)
    before.discard([0, 1])
    const again = openOutbox(storage, owner)
    again.seal(content(20, 30), 2)
    expect(again.waiting().map(({ beacon }) => beacon.seq)).toEqual([2])
  })

  it('never changes a sealed beacon', () => {
    const outbox = openOutbox(inMemory(), owner)
    outbox.saveOpen(content(0, 5), 1)
    outbox.seal(content(0, 10), 2)
    const sealed = JSON.stringify(outbox.waiting())
    outbox.saveOpen(content(10, 15), 3)
    outbox.sealOpen()
    expect(JSON.stringify(outbox.waiting().slice(0, 1))).toBe(sealed)
  })

  it('seals the open part of a closed page once', () => {
    const storage = inMemory()
    openOutbox(storage, owner).saveOpen(content(0, 5), 1)
    for (const page of [openOutbox(storage, owner), openOutbox(storage, owner)]) page.sealOpen()
    expect(openOutbox(storage, owner).waiting()).toEqual([
      { sealedAt: 1, beacon: { seq: 0, ...content(0, 5) } },
    ])
  })

  it('gives one number to an open part that two pages seal', () => {
    const storage = inMemory()
    const alive = openOutbox(storage, owner)
    alive.saveOpen(content(0, 5), 1)
    openOutbox(storage, owner).sealOpen()
    alive.seal(content(0, 9), 2)
    expect(openOutbox(storage, owner).waiting()).toHaveLength(1)
  })

  it('refuses to seal when the numbers are used up', () => {
    const storage = inMemory()
    storage.write('framewise/outbox/m1/p1/head', JSON.stringify({ ...owner, next: 8192 }))
    expect(openOutbox(storage, owner).seal(content(0, 1), 1)).toBe(false)
  })

  it('is found by its member only', () => {
    const storage = inMemory()
    openOutbox(storage, owner).seal(content(0, 1), 1)
    openOutbox(storage, { ...owner, memberId: 'm2', playbackId: 'p2' }).seal(content(0, 1), 1)
    expect(outboxesOf(storage, 'm1').map(({ owner }) => owner)).toEqual([owner])
    expect(outboxesOf(storage, 'm')).toEqual([])
  })

  it('leaves nothing behind', () => {
    const storage = inMemory()
    const outbox = openOutbox(storage, owner)
    outbox.seal(content(0, 1), 1)
    outbox.saveOpen(content(1, 2), 1)
    outbox.deleteAll()
    expect(storage.keys('')).toEqual([])
  })

  it.each(['{', 'null', '7', '{"beacon":null}', '{"sealedAt":1}'])(
    'survives %s in the storage',
    (text) => {
      const storage = inMemory()
      openOutbox(storage, owner).seal(content(0, 1), 1)
      for (const key of ['1', 'open']) storage.write(`framewise/outbox/m1/p1/${key}`, text)
      const outbox = openOutbox(storage, owner)
      outbox.sealOpen()
      expect(outbox.waiting()).toHaveLength(1)
    },
  )
})

class Killed extends Error {}

/** Texts outlive the page; the page dies at its n-th write or removal. */
function mortal(texts: OutboxStorage, lives: number): OutboxStorage {
  let left = lives
  const spend = () => {
    left -= 1
    if (left < 0) throw new Killed()
  }
  return {
    ...texts,
    write(key, text) {
      spend()
      texts.write(key, text)
    },
    remove(key) {
      spend()
      texts.remove(key)
    },
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant('play' as const), frames: fc.integer({ min: 1, max: 50 }) }),
  fc.record({
    do: fc.constantFrom('keep' as const, 'seal' as const, 'send' as const, 'sendUnheard' as const),
  }),
)

type Step = { do: 'play'; frames: number } | { do: 'keep' | 'seal' | 'send' | 'sendUnheard' }
type Page = [steps: Step[], lives: number]

/** Pages of one playback, each killed in the middle of some write; then a last one that delivers. */
function runPages(pages: Page[]) {
  const texts = inMemory()
  const stored = new Map<number, BeaconContent>()
  const mustHave = new Set<number>()
  let end = 0

  function send(outbox: ReturnType<typeof openOutbox>, isHeard: boolean) {
    for (const { beacon } of outbox.waiting()) {
      if (!stored.has(beacon.seq)) stored.set(beacon.seq, beacon)
      if (isHeard) outbox.discard([beacon.seq])
    }
  }

  function live([steps, lives]: Page) {
    const outbox = openOutbox(mortal(texts, lives), owner)
    outbox.sealOpen()
    let start = end
    for (const step of steps) {
      if (step.do === 'play') end += step.frames
      else if (step.do === 'send') send(outbox, true)
      else if (step.do === 'sendUnheard') send(outbox, false)
      else if (end > start) {
        if (step.do === 'keep') outbox.saveOpen(content(start, end), 0)
        else outbox.seal(content(start, end), 0)
        for (let frame = start; frame < end; frame += 1) mustHave.add(frame)
        if (step.do === 'seal') start = end
      }
    }
  }

  for (const page of pages) {
    try {
      live(page)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }
  live([[{ do: 'send' }], Number.POSITIVE_INFINITY])
  return { stored, mustHave }
}

describe('a page killed at any moment', () => {
  it('delivers every frame that was kept, and none twice', () => {
    const pages = fc.array(fc.tuple(fc.array(step, { maxLength: 20 }), fc.nat({ max: 30 })), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(pages, (pages) => {
        const { stored, mustHave } = runPages(pages)
        const frames = [...stored.values()].flatMap(({ segments }) =>
          segments.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
        )
        const delivered = new Set(frames)
        expect(delivered.size).toBe(frames.length)
        expect([...mustHave].filter((frame) => !delivered.has(frame))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

type Action = Step | { do: 'copy' | 'commit' }

/** A browser that crashes: its storage is as it was committed last, the copy as it was made last. */
function crash(actions: Action[]) {
  const texts = inMemory()
  const outbox = openOutbox(texts, owner)
  const stored = new Map<number, BeaconContent>()
  const safe = new Set<number>()
  let disk = new Map<string, string>()
  let copy: OutboxCopy | null = null
  let start = 0
  let end = 0
  let now = 0

  function store(beacons: SealedBeacon[]) {
    for (const { beacon } of beacons) {
      if (stored.has(beacon.seq)) continue
      stored.set(beacon.seq, beacon)
      isSafe([{ sealedAt: 0, beacon }])
    }
  }

  function isSafe(beacons: SealedBeacon[]) {
    for (const { beacon } of beacons)
      for (const [from, to] of beacon.segments)
        for (let frame = from; frame < to; frame += 1) safe.add(frame)
  }

  for (const action of actions) {
    now += 1
    if (action.do === 'play') end += action.frames
    if (action.do === 'keep' && end > start) outbox.saveOpen(content(start, end), now)
    if (action.do === 'seal' && end > start) {
      outbox.seal(content(start, end), now)
      start = end
    }
    if (action.do === 'send' || action.do === 'sendUnheard') {
      const waiting = outbox.waiting()
      store(waiting)
      if (action.do === 'send') outbox.discard(waiting.map(({ beacon }) => beacon.seq))
    }
    if (action.do === 'copy' || action.do === 'commit') {
      const made = structuredClone(outbox.copy())
      isSafe([...made.waiting, ...(made.open ? [made.open] : [])])
      if (action.do === 'copy') copy = made
      else disk = new Map(texts.keys('').map((key) => [key, texts.read(key) ?? '']))
    }
  }

  const after = inMemory()
  for (const [key, text] of disk) after.write(key, text)
  if (copy) openOutbox(after, owner).restore(copy)
  for (const left of outboxesOf(after, 'm1')) {
    left.sealOpen()
    store(left.waiting())
  }
  return { stored, safe }
}

describe('a browser that crashes and forgets its last minute', () => {
  it.each([
    ['copy', 'commit'],
    ['commit', 'copy'],
  ] as const)('delivers what was kept between a %s and a %s', (first, last) => {
    const play = { do: 'play' as const, frames: 10 }
    const keep = { do: 'keep' as const }
    const { stored } = crash([play, keep, { do: first }, play, keep, { do: last }])
    expect(stored.get(0)?.segments).toEqual([[0, 20, 1, 1]])
  })

  it('delivers what it had written or copied, and nothing twice', () => {
    const action = fc.oneof(
      step,
      fc.record({ do: fc.constantFrom('copy' as const, 'commit' as const) }),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { stored, safe } = crash(actions)
        const frames = [...stored.values()].flatMap(({ segments }) =>
          segments.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
        )
        expect(new Set(frames).size).toBe(frames.length)
        expect([...safe].filter((frame) => !frames.includes(frame))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
