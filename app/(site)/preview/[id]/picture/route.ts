import { jsonRefusal, orDatabaseAway } from '#lib/jsonResponse.ts'
import { publicPosterResponse } from '#lib/media/publicPosterResponse.ts'
import { getVideo } from '#lib/videos/library.ts'
import { isPublic } from '#lib/videos/visibility.ts'

type Context = { params: Promise<{ id: string }> }

/** The poster of a public video, for guests and for link previews. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return orDatabaseAway(async () => {
    const video = await getVideo((await params).id)
    const picture = video && isPublic(video) ? await publicPosterResponse(video) : null
    return picture ?? jsonRefusal(404, 'no-such-picture')
  })
}
