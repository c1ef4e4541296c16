import { isDatabaseAway } from '#db/client.ts'
import { listLanes } from '#db/lanes.ts'
import { jsonResponse } from '#lib/jsonResponse.ts'
import { version } from '#lib/version.ts'
import { mergedUntil } from '#lib/watch/analytics/retention.ts'

export type Health = {
  database: 'up' | 'away'
  /** The lag of the slowest lane; null when the database is away. */
  laneLagSeconds: number | null
  version: string
}

/** The log is kept for 30 days: a lane a day behind needs attention in time. */
const MAX_LAG_SECONDS = 86_400

/** @param now ms since 1970. */
async function readHealth(now: number): Promise<Health> {
  try {
    const lag = Math.max(0, now - mergedUntil(await listLanes()))
    return { database: 'up', laneLagSeconds: Math.round(lag / 1000), version }
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return { database: 'away', laneLagSeconds: null, version }
  }
}

function isHealthy({ database, laneLagSeconds }: Health): boolean {
  return database === 'up' && (laneLagSeconds ?? 0) < MAX_LAG_SECONDS
}

/** Answers 503 when the database is away or a lane lags by a day. */
export async function answerHealth(now: number): Promise<Response> {
  const health = await readHealth(now)
  return jsonResponse(health, isHealthy(health) ? 200 : 503)
}
