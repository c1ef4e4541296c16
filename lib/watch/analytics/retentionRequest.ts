import { jsonResponse } from '#lib/jsonResponse.ts'
import type { Video } from '#lib/videos/video.ts'
import { firstFrameOfBin } from '#lib/watch/aggregate/bins.ts'
import { type Period, parsePeriod } from './period.ts'
import { type Retention, readRetention } from './retention.ts'

export type RetentionRequest = { period: Period; points?: number; format: 'json' | 'csv' }
export type ParsedRequest = ({ ok: true } & RetentionRequest) | { ok: false; reason: string }

const MAX_POINTS = 1_000_000

/** `period` (default all), `points` and `format` of the contract. */
export function parseRetentionRequest(query: URLSearchParams): ParsedRequest {
  const period = parsePeriod(query.get('period') ?? 'all')
  if (!period) return { ok: false, reason: 'bad-period' }
  const format = query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'csv') return { ok: false, reason: 'bad-format' }
  const text = query.get('points')
  if (text === null) return { ok: true, period, format }
  const points = /^\d{1,7}$/.test(text) ? Number(text) : 0
  if (points < 1 || points > MAX_POINTS) return { ok: false, reason: 'bad-points' }
  return { ok: true, period, format, points }
}

/** @throws DatabaseAway */
export async function answerRetention(
  video: Video,
  { period, points, format }: RetentionRequest,
): Promise<Response> {
  const retention = await readRetention(video, period, points)
  if (format === 'json') return jsonResponse(retention)
  return new Response(toCsv(retention), {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="retention-${video.id}.csv"`,
    },
  })
}

/** One line a frame, or a bin with its first frame; `viewers` is empty over several days. */
export function toCsv({ frames, plays, viewers }: Retention): string {
  const lines = plays.map((count, i) => {
    const frame = firstFrameOfBin(i, plays.length, frames)
    return `${frame},${count},${viewers?.[i] ?? ''}`
  })
  return ['frame,plays,viewers', ...lines, ''].join('\r\n')
}
