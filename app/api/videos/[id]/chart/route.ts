import { chartSvg } from '#components/charts/chartSvg.ts'
import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readVideoCounts } from '#lib/watch/analytics/retention.ts'
import { parseRetentionRequest } from '#lib/watch/analytics/retentionRequest.ts'

/** The retention chart of a video as an SVG file. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }) {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const { searchParams } = new URL(request.url)
    const query = parseRetentionRequest(searchParams)
    if (!query.ok) return jsonRefusal(400, query.reason)
    const video = await getVideo((await context.params).id)
    if (!video) return jsonRefusal(404, 'unknown-video')
    const counts = await readVideoCounts(video, query.period)
    const svg = chartSvg(video, counts, searchParams.get('period') ?? 'all')
    return new Response(svg, {
      headers: {
        'cache-control': 'no-store',
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-disposition': `attachment; filename="${video.id}-curve.svg"`,
      },
    })
  })
}
