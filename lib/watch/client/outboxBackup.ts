import type { OutboxCopy } from './outbox.ts'

/*
 * A browser writes its localStorage to the disk up to a minute later (Chromium: 60 times an hour). A
 * copy of what cannot be sent is kept here, where writing is durable; without this it still works.
 */
const STORE = 'outboxes'

/** Replaces the copy of this playback; on the disk when it resolves. */
export function writeBackup(copy: OutboxCopy): Promise<unknown> {
  return ask('readwrite', (store) => store.put(copy))
}

export function deleteBackup(playbackId: string): Promise<unknown> {
  return ask('readwrite', (store) => store.delete(playbackId))
}

export async function backupsOf(memberId: string): Promise<OutboxCopy[]> {
  const copies = await ask<OutboxCopy[]>('readonly', (store) => store.getAll())
  return (copies ?? []).filter(({ owner }) => owner.memberId === memberId)
}

/** @returns undefined where the browser keeps nothing. */
async function ask<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await open()
    try {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(STORE))
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve
        transaction.onabort = reject
      })
      return request.result
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('framewise', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'owner.playbackId' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
