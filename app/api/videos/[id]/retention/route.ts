import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { orAway, refusal } from '#lib/jsonResponse.ts'
import { getVideo } from '#lib/videos/library.ts'
import { answerRetention, parseRetentionQuery } from '#lib/watch/analytics/retentionRequest.ts'

export async function GET(request: Request, context: { params: Promise<{ id: string }> }) {
  return orAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return refusal(owner.status, owner.reason)
    const query = parseRetentionQuery(new URL(request.url).searchParams)
    if (!query.ok) return refusal(400, query.reason)
    const video = await getVideo((await context.params).id)
    if (!video) return refusal(404, 'unknown-video')
    return answerRetention(video, query)
  })
}
