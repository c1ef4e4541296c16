'use server'

import { redirect } from 'next/navigation'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { addLinkedVideo, PLAYBACK_PROBLEMS } from '#lib/videos/addLinkedVideo.ts'
import { getVideo } from '#lib/videos/library.ts'
import { newVideoSchema } from '#lib/videos/newVideoSchema.ts'
import { asSigned } from '#lib/videos/parseLink.ts'
import { replaceVideo } from '#lib/videos/replaceVideo.ts'

const GONE = 'The video to be replaced is no longer in the library.'

/** Adds a video by its link and redirects to its page in the studio. */
export const addVideo = validatedAction(
  {
    schema: newVideoSchema,
    who: 'owner',
    limits: (_, { member }) => [{ kind: 'adding', key: member.id, max: 300, windowSeconds: 3600 }],
  },
  async ({ link, signed, title, length, rate, poster, draft, replaces }, { member, now }) => {
    const former = replaces ? await getVideo(replaces) : null
    if (replaces && (!former || former.archivedAt)) return { ok: false, message: GONE }
    const video = {
      link: asSigned(link, signed),
      title,
      length,
      rate,
      poster: poster ?? null,
      // A replacement stays a draft until it takes the place of the former video.
      isDraft: draft || former !== null,
    }
    const added = await addLinkedVideo(video, member.id)
    if (added.ok && former) await replaceVideo(former.id, added.video.id, now)
    if (added.ok) redirect(`/studio/videos/${added.video.id}`)
    if (added.reason !== 'already-there')
      return { ok: false, errors: { link: PLAYBACK_PROBLEMS[added.reason] } }
    return {
      ok: false,
      message: 'This video is already in the library.',
      link: { href: `/studio/videos/${added.videoId}`, text: 'Open it' },
    }
  },
)
