import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { linkOrigin } from '#lib/auth/origin.ts'
import { exportViewers, VIEWER_FORMATS } from '#lib/exports/exportViewers.ts'
import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { getVideo } from '#lib/videos/library.ts'

export async function GET(request: Request, context: { params: Promise<{ id: string }> }) {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const requested = new URL(request.url).searchParams.get('format') ?? 'json'
    const format = VIEWER_FORMATS.find((each) => each === requested)
    if (!format) return jsonRefusal(400, 'bad-format')
    const video = await getVideo((await context.params).id)
    if (!video) return jsonRefusal(404, 'unknown-video')
    return exportViewers(video, format, linkOrigin(request.headers.get('host') ?? undefined))
  })
}
