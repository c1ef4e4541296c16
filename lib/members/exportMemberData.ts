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
 * All data of a member, for download as JSON: account, sessions, recent events, watch history, the runs
 * of each video as `[start, end, count]` in frames with `end` exclusive, and notes. No hash, no token.
 * @returns null for an unknown member
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

/** The watch history, the latest first. */
async function readWatched(userId: string) {
  const history = [...(await readWatchProgress(userId))].sort(
    ([, a], [, b]) => b.lastAt.getTime() - a.lastAt.getTime(),
  )
  const details = new Map<string, { title: string | null; runs: Runs }>()
  await forEachConcurrent(history, CONCURRENCY, async ([videoId]) => {
    const [video, viewer] = await Promise.all([
      getVideo(videoId),
      readViewer({ id: videoId }, userId),
    ])
    details.set(videoId, { title: video?.title ?? null, runs: viewer?.runs ?? [] })
  })
  return history.map(([videoId, entry]) => ({
    videoId,
    title: details.get(videoId)?.title ?? null,
    ...entry,
    runs: details.get(videoId)?.runs ?? [],
  }))
}
