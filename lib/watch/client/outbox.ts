import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { MAX_BEACONS_PER_PLAYBACK } from '#lib/watch/protocol/limits.ts'
import type { SealedBeacon } from './batch.ts'
import type { OutboxStorage } from './storage.ts'

/** A beacon before it has a number. */
export type BeaconContent = Omit<WireBeacon, 'seq'>
export type OutboxOwner = { memberId: string; videoId: string; playbackId: string; token: string }

/** Numbers left when the playback is renewed: enough for some minutes of continuous seeking. */
const SPARE_BEACONS = 64

/** The contents of an outbox, for a backup. */
export type OutboxCopy = {
  owner: OutboxOwner
  /** Oldest first. */
  waiting: SealedBeacon[]
  open: SealedBeacon | null
}

/**
 * The beacons of one playback that are not known to be stored by the server, kept in the browser's
 * storage. The open part is what will be in the next beacon.
 */
export type Outbox = {
  owner: OutboxOwner
  /**
   * Numbers the content for good and stores it. It includes the open part saved before.
   * @param now ms since 1970
   * @returns false if the playback has no numbers left
   */
  seal(content: BeaconContent, now: number): boolean
  /** Whether few numbers are left. */
  isNearlyFull(): boolean
  /** Stores what would be sealed next, so that a killed tab loses little. */
  saveOpen(content: BeaconContent, now: number): void
  /** Removes the open part, which another outbox has taken over. */
  discardOpen(): void
  /** When the open part was saved last, in ms since 1970; null if there is none. */
  openSavedAt(): number | null
  /** Seals the open part of a closed page. Idempotent, also when two pages do it. */
  sealOpen(): void
  /** Oldest first. */
  waiting(): SealedBeacon[]
  discard(seqs: readonly number[]): void
  copy(): OutboxCopy
  /** Adds what a backup has and this lacks: a crashed browser may have lost its last minute. */
  restore(copy: OutboxCopy): void
  /** Removes everything, the counter too: for a playback that never continues. */
  deleteAll(): void
}

/** `next` is the number of the next beacon. */
type Head = Pick<OutboxOwner, 'videoId' | 'token'> & { next: number }

const KEY_PREFIX = 'framewise/outbox'

/** Opens the outbox of a playback with what the storage holds of it. */
export function openOutbox(storage: OutboxStorage, owner: OutboxOwner): Outbox {
  const root = `${KEY_PREFIX}/${owner.memberId}/${owner.playbackId}/`
  const headKey = `${root}head`
  const openKey = `${root}open`
  const beaconKey = (seq: number) => `${root}${seq}`
  // Not read again while the page lives: if another page seals the open part of this one, both use
  // the same number, and the server counts one of the two.
  let next = nextSeq()

  function nextSeq(): number {
    const highest = Math.max(-1, ...readAll().map(({ beacon }) => beacon.seq))
    return Math.max(readJson<Head>(storage, headKey)?.next ?? 0, highest + 1)
  }

  function readAll(): SealedBeacon[] {
    return storage
      .keys(root)
      .filter((key) => /^\d+$/.test(key.slice(root.length)))
      .map((key) => readSealed(storage, key))
      .filter((sealed) => sealed !== null)
  }

  function waiting(): SealedBeacon[] {
    return readAll().sort((one, other) => one.beacon.seq - other.beacon.seq)
  }

  /** In this order a crash between two steps neither loses nor duplicates a frame. */
  function store(sealed: SealedBeacon) {
    writeJson(storage, beaconKey(sealed.beacon.seq), sealed)
    next = sealed.beacon.seq + 1
    storeCounter()
    storage.remove(openKey)
  }

  function storeCounter() {
    if (readJson<Head>(storage, headKey)?.next === next) return
    const { videoId, token } = owner
    writeJson(storage, headKey, { videoId, token, next } satisfies Head)
  }

  return {
    owner,
    seal(content, now) {
      if (next >= MAX_BEACONS_PER_PLAYBACK) return false
      store({ sealedAt: now, beacon: { seq: next, ...content } })
      return true
    },
    isNearlyFull: () => next >= MAX_BEACONS_PER_PLAYBACK - SPARE_BEACONS,
    saveOpen(content, now) {
      storeCounter()
      const beacon = { seq: next, ...content }
      writeJson(storage, openKey, { sealedAt: now, beacon } satisfies SealedBeacon)
    },
    discardOpen: () => storage.remove(openKey),
    openSavedAt: () => readSealed(storage, openKey)?.sealedAt ?? null,
    sealOpen() {
      const open = readSealed(storage, openKey)
      if (open && open.beacon.seq >= nextSeq() && open.beacon.seq < MAX_BEACONS_PER_PLAYBACK)
        store(open)
      else storage.remove(openKey)
    },
    waiting,
    discard(seqs) {
      // First of all: after a crash the beacons may have been stored without the counter.
      storeCounter()
      for (const seq of seqs) storage.remove(beaconKey(seq))
    },
    copy: () => ({ owner, waiting: waiting(), open: readSealed(storage, openKey) }),
    restore(copy) {
      next = nextSeq()
      for (const sealed of copy.waiting) if (sealed.beacon.seq >= next) store(sealed)
      if (!copy.open || copy.open.beacon.seq < next) return
      storeCounter()
      const own = readSealed(storage, openKey)
      if (!own || isOlder(own, copy.open)) writeJson(storage, openKey, copy.open)
    },
    deleteAll() {
      for (const key of storage.keys(root)) storage.remove(key)
    },
  }
}

/** All outboxes of a member in this browser. */
export function outboxesOf(storage: OutboxStorage, memberId: string): Outbox[] {
  const root = `${KEY_PREFIX}/${memberId}/`
  return storage
    .keys(root)
    .filter((key) => key.endsWith('/head'))
    .flatMap((key) => {
      const head = readJson<Head>(storage, key)
      if (!head) return []
      const { videoId, token } = head
      const playbackId = key.slice(root.length, -'/head'.length)
      return [openOutbox(storage, { memberId, videoId, playbackId, token })]
    })
}

function isOlder(one: SealedBeacon, other: SealedBeacon): boolean {
  const difference = one.beacon.seq - other.beacon.seq
  return difference < 0 || (difference === 0 && one.sealedAt < other.sealedAt)
}

function readSealed(storage: OutboxStorage, key: string): SealedBeacon | null {
  const sealed = readJson<SealedBeacon>(storage, key)
  return typeof sealed?.beacon?.seq === 'number' ? sealed : null
}

function readJson<T>(storage: OutboxStorage, key: string): T | null {
  try {
    return JSON.parse(storage.read(key) ?? 'null')
  } catch {
    return null
  }
}

function writeJson(storage: OutboxStorage, key: string, value: unknown): void {
  storage.write(key, JSON.stringify(value))
}
