import { readUser } from '#db/users.ts'
import { recentAuthEvents } from '#lib/auth/authEvents.ts'
import { listLiveSessions } from '#lib/auth/session.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { allNotesOf } from '#lib/notes/notes.ts'
import { getVideo } from '#lib/videos/library.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'

const CONCURRENCY = 8

/**
 * Everything the site knows of a member, to be handed to them as JSON: the account, where they are
 * logged in, what happened to the account lately, what they watched, with the frames of each run as
 * `[start, end, count]`, `end` exclusive, and what they noted. No hash, no token.
 * @returns null when there is no such member
 */
export async function exportMemberData(userId: string, now: Date) {
  const user = await readUser(userId)
  if (!user) return null
  const { sessionEpoch: _, ...account } = user
  const [sessions, events, watched, notes] = await Promise.all([
    listLiveSessions(userId, now),
    recentAuthEvents(userId, 1000, now),
    readWatched(userId),
    allNotesOf(userId),
  ])
  return {
    madeAt: now,
    account,
    sessions: sessions.map(({ device, address, createdAt, lastSeenAt, expiresAt, remember }) => ({
      device,
      address,
      createdAt,
      lastSeenAt,
      expiresAt,
      remember,
    })),
    events,
    history: watched.map(({ runs: _, ...entry }) => entry),
    runs: watched.map(({ videoId, runs }) => ({ videoId, runs })),
    notes,
  }
}

/** What was watched, the latest first. */
async function readWatched(userId: string) {
  const shelf = [...(await readWatchProgress(userId))].sort(
    ([, a], [, b]) => b.lastAt.getTime() - a.lastAt.getTime(),
  )
  const found = new Map<string, { title: string | null; runs: Runs }>()
  await forEachConcurrent(shelf, CONCURRENCY, async ([videoId]) => {
    const [video, viewer] = await Promise.all([
      getVideo(videoId),
      readViewer({ id: videoId }, userId),
    ])
    found.set(videoId, { title: video?.title ?? null, runs: viewer?.runs ?? [] })
  })
  return shelf.map(([videoId, entry]) => ({
    videoId,
    title: found.get(videoId)?.title ?? null,
    ...entry,
    runs: found.get(videoId)?.runs ?? [],
  }))
}
