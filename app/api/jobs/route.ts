import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { answer, orAway, refusal } from '#lib/jsonResponse.ts'
import { listJobs } from '#lib/transcoding/jobs.ts'

/** What was uploaded in the last month and what became of it: `{jobs: Job[]}`, the newest first. */
export async function GET(): Promise<Response> {
  return orAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return refusal(owner.status, owner.reason)
    return answer({ jobs: await listJobs(owner.member.id) })
  })
}
