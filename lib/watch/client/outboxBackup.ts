import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxCopy } from './outbox.ts'

/*
 * Browsers write localStorage to the disk up to a minute later (Chromium: at most 60 times an hour),
 * so a crash of the browser can lose it. Backups of what could not be sent are kept in IndexedDB,
 * which can be told to write at once. Where there is no IndexedDB there are no backups.
 */
const STORE = 'outboxes'

interface Schema extends DBSchema {
  [STORE]: { key: string; value: OutboxCopy }
}

/** Replaces the backup of the playback; resolves when it is on the disk. */
export function writeBackup(copy: OutboxCopy): Promise<unknown> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction(STORE, 'readwrite', { durability: 'strict' })
    await Promise.all([store.put(copy), done])
  })
}

export function deleteBackup(playbackId: string): Promise<unknown> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction(STORE, 'readwrite', { durability: 'strict' })
    await Promise.all([store.delete(playbackId), done])
  })
}

export async function backupsOf(memberId: string): Promise<OutboxCopy[]> {
  const copies = await withDatabase((database) => database.getAll(STORE))
  return (copies ?? []).filter(({ owner }) => owner.memberId === memberId)
}

/** @returns undefined where the browser stores nothing */
async function withDatabase<T>(
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
): Promise<T | undefined> {
  try {
    const database = await openDB<Schema>('framewise', 1, {
      upgrade(opened) {
        opened.createObjectStore(STORE, { keyPath: 'owner.playbackId' })
      },
    })
    try {
      return await work(database)
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}
