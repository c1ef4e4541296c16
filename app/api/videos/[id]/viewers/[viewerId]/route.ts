import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { jsonRefusal, jsonResponse, orDatabaseAway } from '#lib/jsonResponse.ts'
import { getVideo } from '#lib/videos/library.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'

type Context = { params: Promise<{ id: string; viewerId: string }> }

export async function GET(_: Request, context: Context) {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const { id, viewerId } = await context.params
    const video = await getVideo(id)
    if (!video) return jsonRefusal(404, 'unknown-video')
    const viewer = await readViewer(video, viewerId)
    return viewer ? jsonResponse(viewer) : jsonRefusal(404, 'unknown-viewer')
  })
}
