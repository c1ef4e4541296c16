import { jsonResponse } from '#lib/jsonResponse.ts'
import type { Video } from '#lib/videos/video.ts'
import { binByMax } from '#lib/watch/aggregate/bins.ts'
import { type Period, parsePeriod } from './period.ts'
import { readVideoCounts, toRetention, type VideoCounts } from './retention.ts'

export type RetentionRequest = { period: Period; points?: number; format: 'json' | 'csv' }
export type ParsedRequest = ({ ok: true } & RetentionRequest) | { ok: false; reason: string }

const MAX_POINTS = 1_000_000

/** `period` (default all), `points` and `format` of the public contract. */
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
export async function respondWithRetention(
  video: Video,
  { period, points, format }: RetentionRequest,
): Promise<Response> {
  const counts = await readVideoCounts(video, period)
  if (format === 'json') return jsonResponse(toRetention(video, counts, points))
  return new Response(toCsv(counts, points), {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="retention-${video.id}.csv"`,
    },
  })
}

/** One line a frame, or a bin with its first frame; `viewers` is empty over several days. */
export function toCsv({ plays, viewers }: VideoCounts, points = plays.length): string {
  const { edges, values } = binByMax(plays, points)
  const viewersOfBins = viewers && binByMax(viewers, points).values
  const lines = values.map((count, bin) => `${edges[bin]},${count},${viewersOfBins?.[bin] ?? ''}`)
  return ['frame,plays,viewers', ...lines, ''].join('\r\n')
}
