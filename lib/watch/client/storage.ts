/** Where the outbox keeps its texts. Writing never fails: what cannot be kept is held in memory. */
export type OutboxStorage = {
  read(key: string): string | null
  write(key: string, text: string): void
  remove(key: string): void
  keys(prefix: string): string[]
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * A place in the browser's storage. Full, forbidden or absent, it goes on in memory, and says so
 * once: what lies there is lost with the page, and no sooner.
 */
export function makeOutboxStorage(
  storage: Kept | null,
  warn: (message: string) => void,
): OutboxStorage {
  const memory = new Map<string, string>()
  let warned = false

  function attempt<T>(work: (storage: Kept) => T, otherwise: T): T {
    if (!storage) return otherwise
    try {
      return work(storage)
    } catch {
      return otherwise
    }
  }

  return {
    read(key) {
      return memory.get(key) ?? attempt((kept) => kept.getItem(key), null)
    },
    write(key, text) {
      memory.delete(key)
      const isKept = attempt((kept) => {
        kept.setItem(key, text)
        return true
      }, false)
      if (isKept) return
      // What an older text of this key says is true no longer.
      attempt((kept) => kept.removeItem(key), undefined)
      memory.set(key, text)
      if (!warned) warn('This browser keeps nothing: what is not sent is lost with the page.')
      warned = true
    },
    remove(key) {
      memory.delete(key)
      attempt((kept) => kept.removeItem(key), undefined)
    },
    keys(prefix) {
      const kept = attempt(
        (kept) => Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? ''),
        [],
      )
      const all = new Set([...kept, ...memory.keys()])
      return [...all].filter((key) => key.startsWith(prefix))
    },
  }
}
