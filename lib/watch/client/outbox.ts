import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { MAX_BEACONS_PER_PLAYBACK } from '#lib/watch/protocol/limits.ts'
import type { SealedBeacon } from './batch.ts'
import type { OutboxStorage } from './storage.ts'

/** What a beacon says, before it has a number. */
export type BeaconContent = Omit<WireBeacon, 'seq'>
export type OutboxOwner = { memberId: string; videoId: string; playbackId: string; token: string }

/** Numbers left when another playback is asked for: some minutes of someone who seeks without end. */
const SPARE = 64

/** All that an outbox holds, to be kept in another place as well. */
export type OutboxCopy = {
  owner: OutboxOwner
  /** Oldest first. */
  waiting: SealedBeacon[]
  open: SealedBeacon | null
}

/** The beacons of one playback that are not known to be stored, kept in the browser. */
export type Outbox = {
  owner: OutboxOwner
  /**
   * Gives the content its number, for good, and keeps it; what was kept open is part of it.
   * @returns false when the playback has used up its numbers.
   */
  seal(content: BeaconContent, now: number): boolean
  /** Whether it soon has no numbers left. */
  isNearlyFull(): boolean
  /** Keeps what would be sealed next, so that a killed tab loses little. */
  keepOpen(content: BeaconContent, now: number): void
  /** What was kept open is kept elsewhere. */
  forgetOpen(): void
  /** When the open part was kept last, in ms since 1970; null when there is none. */
  openKeptAt(): number | null
  /** Seals what a page that is gone kept open. Twice, or by two pages: the same beacon. */
  sealOpen(): void
  /** Oldest first. */
  waiting(): SealedBeacon[]
  forget(seqs: readonly number[]): void
  copy(): OutboxCopy
  /** Takes in what a copy has that is newer: a browser that crashed may have lost its last minute. */
  takeIn(copy: OutboxCopy): void
  /** Takes everything away, the counter too: for a playback that never goes on. */
  remove(): void
}

type Head = Pick<OutboxOwner, 'videoId' | 'token'> & { next: number }

const ROOT = 'framewise/outbox'

/** The outbox of a playback; found again with its counter when it was there before. */
export function openOutbox(place: OutboxStorage, owner: OutboxOwner): Outbox {
  const root = `${ROOT}/${owner.memberId}/${owner.playbackId}/`
  const headKey = `${root}head`
  const openKey = `${root}open`
  const beaconKey = (seq: number) => `${root}${seq}`
  // Not read again while the page lives: should another page have sealed what this one keeps open,
  // both use one number, and the server counts one of them.
  let next = nextSeq()

  function nextSeq(): number {
    const highest = Math.max(-1, ...kept().map(({ beacon }) => beacon.seq))
    return Math.max(readJson<Head>(place, headKey)?.next ?? 0, highest + 1)
  }

  function kept(): SealedBeacon[] {
    return place
      .keys(root)
      .filter((key) => /^\d+$/.test(key.slice(root.length)))
      .map((key) => readSealed(place, key))
      .filter((sealed) => sealed !== null)
  }

  function waiting(): SealedBeacon[] {
    return kept().sort((one, other) => one.beacon.seq - other.beacon.seq)
  }

  /** The beacon before the counter before the open part: a crash between them loses and doubles nothing. */
  function keep(sealed: SealedBeacon) {
    writeJson(place, beaconKey(sealed.beacon.seq), sealed)
    next = sealed.beacon.seq + 1
    keepCounter()
    place.remove(openKey)
  }

  function keepCounter() {
    if (readJson<Head>(place, headKey)?.next === next) return
    const { videoId, token } = owner
    writeJson(place, headKey, { videoId, token, next } satisfies Head)
  }

  return {
    owner,
    seal(content, now) {
      if (next >= MAX_BEACONS_PER_PLAYBACK) return false
      keep({ sealedAt: now, beacon: { seq: next, ...content } })
      return true
    },
    isNearlyFull: () => next >= MAX_BEACONS_PER_PLAYBACK - SPARE,
    keepOpen(content, now) {
      keepCounter()
      const beacon = { seq: next, ...content }
      writeJson(place, openKey, { sealedAt: now, beacon } satisfies SealedBeacon)
    },
    forgetOpen: () => place.remove(openKey),
    openKeptAt: () => readSealed(place, openKey)?.sealedAt ?? null,
    sealOpen() {
      const open = readSealed(place, openKey)
      if (open && open.beacon.seq >= nextSeq() && open.beacon.seq < MAX_BEACONS_PER_PLAYBACK)
        keep(open)
      else place.remove(openKey)
    },
    waiting,
    forget(seqs) {
      // First: a crash may have kept the counter from being written when these were sealed.
      keepCounter()
      for (const seq of seqs) place.remove(beaconKey(seq))
    },
    copy: () => ({ owner, waiting: waiting(), open: readSealed(place, openKey) }),
    takeIn(copy) {
      next = nextSeq()
      for (const sealed of copy.waiting) if (sealed.beacon.seq >= next) keep(sealed)
      if (!copy.open || copy.open.beacon.seq < next) return
      keepCounter()
      const mine = readSealed(place, openKey)
      if (!mine || isOlder(mine, copy.open)) writeJson(place, openKey, copy.open)
    },
    remove() {
      for (const key of place.keys(root)) place.remove(key)
    },
  }
}

/** Every outbox of this member in this browser, of whatever video. */
export function outboxesOf(place: OutboxStorage, memberId: string): Outbox[] {
  const root = `${ROOT}/${memberId}/`
  return place
    .keys(root)
    .filter((key) => key.endsWith('/head'))
    .flatMap((key) => {
      const head = readJson<Head>(place, key)
      if (!head) return []
      const { videoId, token } = head
      const playbackId = key.slice(root.length, -'/head'.length)
      return [openOutbox(place, { memberId, videoId, playbackId, token })]
    })
}

function isOlder(one: SealedBeacon, other: SealedBeacon): boolean {
  const numbers = one.beacon.seq - other.beacon.seq
  return numbers < 0 || (numbers === 0 && one.sealedAt < other.sealedAt)
}

function readSealed(place: OutboxStorage, key: string): SealedBeacon | null {
  const sealed = readJson<SealedBeacon>(place, key)
  return typeof sealed?.beacon?.seq === 'number' ? sealed : null
}

function readJson<T>(place: OutboxStorage, key: string): T | null {
  try {
    return JSON.parse(place.read(key) ?? 'null')
  } catch {
    return null
  }
}

function writeJson(place: OutboxStorage, key: string, value: unknown): void {
  place.write(key, JSON.stringify(value))
}
