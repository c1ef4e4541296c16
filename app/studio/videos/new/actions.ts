'use server'

import { redirect } from 'next/navigation'
import { validatedAction } from '#lib/auth/action.ts'
import { addLinked, notPlayable } from '#lib/videos/addLinked.ts'
import { asSigned } from '#lib/videos/links.ts'
import { newVideoSchema } from '#lib/videos/newVideoSchema.ts'

/** Adds a film by its link and leads to its page in the studio. */
export const addFilm = validatedAction(
  {
    schema: newVideoSchema,
    who: 'owner',
    limits: (_, { member }) => [{ kind: 'adding', key: member.id, most: 300, seconds: 3600 }],
  },
  async ({ link, signed, title, length, rate, poster, draft }, { member }) => {
    const film = {
      link: asSigned(link, signed),
      title,
      length,
      rate,
      poster: poster ?? null,
      isDraft: draft,
    }
    const added = await addLinked(film, member.id)
    if (added.ok) redirect(`/studio/videos/${added.video.id}`)
    if (added.reason !== 'already-there')
      return { ok: false, errors: { link: notPlayable[added.reason] } }
    return {
      ok: false,
      message: 'This video is in the library already.',
      link: { href: `/studio/videos/${added.videoId}`, text: 'Open it' },
    }
  },
)
