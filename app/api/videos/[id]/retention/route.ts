import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { getVideo } from '#lib/videos/library.ts'
import {
  parseRetentionRequest,
  respondWithRetention,
} from '#lib/watch/analytics/retentionRequest.ts'

export async function GET(request: Request, context: { params: Promise<{ id: string }> }) {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const query = parseRetentionRequest(new URL(request.url).searchParams)
    if (!query.ok) return jsonRefusal(400, query.reason)
    const video = await getVideo((await context.params).id)
    if (!video) return jsonRefusal(404, 'unknown-video')
    return respondWithRetention(video, query)
  })
}
