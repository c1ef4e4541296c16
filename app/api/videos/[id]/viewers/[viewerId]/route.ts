import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { answer, orAway, refusal } from '#lib/jsonResponse.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'

type Context = { params: Promise<{ id: string; viewerId: string }> }

export async function GET(_: Request, context: Context) {
  return orAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return refusal(owner.status, owner.reason)
    const { id, viewerId } = await context.params
    const video = await getVideo(id)
    if (!video) return refusal(404, 'unknown-video')
    const viewer = await readViewer(video, viewerId)
    return viewer ? answer(viewer) : refusal(404, 'unknown-viewer')
  })
}
