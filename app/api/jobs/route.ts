import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { jsonRefusal, jsonResponse, orDatabaseAway } from '#lib/jsonResponse.ts'
import { listJobs } from '#lib/transcoding/jobs.ts'

/** The transcoding jobs of the last month: `{jobs: Job[]}`, the newest first. */
export async function GET(): Promise<Response> {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    return jsonResponse({ jobs: await listJobs(owner.member.id) })
  })
}
