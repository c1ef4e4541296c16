import { type AuthEventRow, insertAuthEvent, readAuthEvents } from '#db/authEvents.ts'
import { log } from '#lib/log.ts'
import type { AuthEventKind } from './authEventKind.ts'
import type { ClientInfo } from './clientInfo.ts'
import { escapeControlChars } from './escapeControlChars.ts'

/**
 * Records an event of an account, for its member to read, and logs it. A failed write is logged and not
 * thrown: the action that it records has already taken place.
 */
export async function recordAuthEvent(
  userId: string,
  kind: AuthEventKind,
  client: ClientInfo,
  now: Date,
): Promise<void> {
  const event = {
    at: now,
    kind,
    address: escapeControlChars(client.address),
    device: escapeControlChars(client.device),
  }
  log().info({ userId, kind, address: event.address, device: event.device }, 'auth event')
  await insertAuthEvent(userId, monthOf(now), event).catch((err) =>
    log().warn({ err, userId, kind }, 'failed to record an auth event'),
  )
}

/** The newest events of this month and the one before, newest first. @throws DatabaseAway */
export async function recentAuthEvents(
  userId: string,
  limit: number,
  now: Date,
): Promise<AuthEventRow[]> {
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1))
  const months = [now, before].map((day) => readAuthEvents(userId, monthOf(day), limit))
  return (await Promise.all(months)).flat().slice(0, limit)
}

/** Every month whose events may still be stored; their rows live for 400 days. */
export function retainedMonths(now: Date): string[] {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  return Array.from({ length: 15 }, (_, ago) => monthOf(new Date(Date.UTC(year, month - ago))))
}

const monthOf = (day: Date) => day.toISOString().slice(0, 7)
