import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { isOwnOrigin } from '#lib/auth/origin.ts'
import { answer, orAway, refusal } from '#lib/jsonResponse.ts'
import { cancelJob, readJob } from '#lib/transcoding/jobs.ts'

type Context = { params: Promise<{ id: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return orAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return refusal(owner.status, owner.reason)
    const job = await readJob((await params).id, owner.member.id)
    return job ? answer(job) : refusal(404, 'unknown-job')
  })
}

/** Cancels a job, any owner's; with it go its files and the video that was to be. */
export async function DELETE({ headers }: Request, { params }: Context): Promise<Response> {
  return orAway(async () => {
    if (!isOwnOrigin(headers.get('origin') ?? undefined, headers.get('host') ?? undefined))
      return refusal(403, 'foreign-origin')
    const owner = await ownerOrRefusal()
    if (!owner.ok) return refusal(owner.status, owner.reason)
    const cancelled = await cancelJob((await params).id)
    if (cancelled.ok) return answer({})
    return refusal(cancelled.reason === 'over' ? 409 : 404, cancelled.reason)
  })
}
