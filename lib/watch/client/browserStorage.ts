import { makePlace, type Place } from './storage.ts'

let place: Place | undefined

/** The place of this page: one, so that all its outboxes share what is held in memory. */
export function browserPlace(): Place {
  place ??= makePlace(readStorage(), warn)
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
