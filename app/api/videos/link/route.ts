import { ownerOrRefusal } from '#lib/auth/currentMember.ts'
import { jsonRefusal, jsonResponse, orDatabaseAway } from '#lib/jsonResponse.ts'
import { findPlaybackProblem, PLAYBACK_PROBLEMS } from '#lib/videos/addLinkedVideo.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { findVideoAt } from '#lib/videos/library.ts'
import { videoUrl } from '#lib/videos/mediaUrl.ts'
import { asSigned, parseLink } from '#lib/videos/parseLink.ts'

/** What a pasted link means: the video of the library that it is, or where it would be played from. */
export async function GET(request: Request) {
  return orDatabaseAway(async () => {
    const owner = await ownerOrRefusal()
    if (!owner.ok) return jsonRefusal(owner.status, owner.reason)
    const { searchParams } = new URL(request.url)
    const read = parseLink((searchParams.get('link') ?? '').slice(0, 4000))
    if (!read.ok) return jsonRefusal(422, read.reason)
    const link = asSigned(read.link, searchParams.has('signed'))
    const there = await findVideoAt(link.host, link.hostId)
    if (there) return jsonResponse({ there: { id: there.id, title: there.title } })
    const problem = await findPlaybackProblem(link)
    if (problem) return jsonRefusal(422, PLAYBACK_PROBLEMS[problem])
    const poster = hostFacts[link.host].posterAddress?.(link.hostId) ?? null
    return jsonResponse({ host: link.host, src: videoUrl(link), poster })
  })
}
