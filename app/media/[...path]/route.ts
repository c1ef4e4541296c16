import { memberOrRefusal } from '#lib/auth/currentMember.ts'
import { findMediaFile } from '#lib/media/mediaFile.ts'
import { sendFile } from '#lib/media/sendFile.ts'

type Context = { params: Promise<{ path: string[] }> }

/** Own films and posters, for confirmed members only. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = await memberOrRefusal()
  if (!asked.ok) return refuse(asked.status, asked.reason)
  const file = await findMediaFile((await params).path)
  return file ? sendFile(request, file) : refuse(404, 'no-such-file')
}

export const HEAD = GET

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status, headers: { 'Cache-Control': 'private, no-store' } })
}
