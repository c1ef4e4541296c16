import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { isOwnOrigin } from '#lib/auth/origin.ts'
import { jsonRefusal, jsonResponse, orDatabaseAway } from '#lib/jsonResponse.ts'
import { cancelJob, readJob } from '#lib/transcoding/jobs.ts'

type Context = { params: Promise<{ id: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const job = await readJob((await params).id, owner.member.id)
    return job ? jsonResponse(job) : jsonRefusal(404, 'unknown-job')
  })
}

/** Cancels a job, also another owner's, and deletes its files and its unfinished video. */
export async function DELETE({ headers }: Request, { params }: Context): Promise<Response> {
  return orDatabaseAway(async () => {
    if (!isOwnOrigin(headers.get('origin') ?? undefined, headers.get('host') ?? undefined))
      return jsonRefusal(403, 'foreign-origin')
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const cancelled = await cancelJob((await params).id)
    if (cancelled.ok) return jsonResponse({})
    return jsonRefusal(cancelled.reason === 'over' ? 409 : 404, cancelled.reason)
  })
}
