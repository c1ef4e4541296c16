import { makeOutboxStorage, type OutboxStorage } from './storage.ts'

let place: OutboxStorage | undefined

/** The place of this page: one, so that all its outboxes share what is held in memory. */
export function browserStorage(): OutboxStorage {
  place ??= makeOutboxStorage(readStorage(), warn)
  return place
}

export function warn(message: string): void {
  console.warn(`[watching] ${message}`)
}

function readStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
