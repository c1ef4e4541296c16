/** Where outboxes keep their texts. Writing never fails: the fallback is memory. */
export type OutboxStorage = {
  read(key: string): string | null
  write(key: string, text: string): void
  remove(key: string): void
  keys(prefix: string): string[]
}

type WebStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Storage in the browser that falls back to memory where the browser's is full, forbidden or
 * missing, and warns of it once: what is in memory is lost with the page.
 */
export function makeOutboxStorage(
  storage: WebStorage | null,
  warn: (message: string) => void,
): OutboxStorage {
  const memory = new Map<string, string>()
  let hasWarned = false

  function attempt<T>(work: (storage: WebStorage) => T, otherwise: T): T {
    if (!storage) return otherwise
    try {
      return work(storage)
    } catch {
      return otherwise
    }
  }

  return {
    read(key) {
      return memory.get(key) ?? attempt((available) => available.getItem(key), null)
    },
    write(key, text) {
      memory.delete(key)
      const isStored = attempt((available) => {
        available.setItem(key, text)
        return true
      }, false)
      if (isStored) return
      // An older text of this key would be read after the page is gone.
      attempt((available) => available.removeItem(key), undefined)
      memory.set(key, text)
      if (!hasWarned) warn('This browser stores nothing: what is not sent is lost with the page.')
      hasWarned = true
    },
    remove(key) {
      memory.delete(key)
      attempt((available) => available.removeItem(key), undefined)
    },
    keys(prefix) {
      const stored = attempt(
        (available) =>
          Array.from({ length: available.length }, (_, index) => available.key(index) ?? ''),
        [],
      )
      const all = new Set([...stored, ...memory.keys()])
      return [...all].filter((key) => key.startsWith(prefix))
    },
  }
}
