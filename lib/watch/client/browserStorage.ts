import { makeOutboxStorage, type OutboxStorage } from './storage.ts'

let storage: OutboxStorage | undefined

/** One per page, so that all its outboxes share what is held in memory. */
export function browserStorage(): OutboxStorage {
  storage ??= makeOutboxStorage(localStorageOrNull(), warn)
  return storage
}

export function warn(message: string): void {
  console.warn(`[watching] ${message}`)
}

/** Reading the property throws where the browser forbids storage. */
function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
