import { type AuthEventRow, insertAuthEvent, readAuthEvents } from '#db/authEvents.ts'
import { log } from '#lib/log.ts'
import type { AuthEventKind } from './authEventKind.ts'
import type { ClientInfo } from './clientInfo.ts'
import { escapeControlChars } from './escapeControlChars.ts'

/**
 * Notes what happened to an account: for its member to read, and as a line of the log. Whatever it
 * is about has happened already, so that it cannot be noted fails nothing.
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
    log().warn({ err, userId, kind }, 'an auth event was not noted'),
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

/** Every month of which events may still be kept: 400 days. */
export function retainedMonths(now: Date): string[] {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  return Array.from({ length: 15 }, (_, ago) => monthOf(new Date(Date.UTC(year, month - ago))))
}

const monthOf = (day: Date) => day.toISOString().slice(0, 7)
