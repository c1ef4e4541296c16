import Link from 'next/link'
import { Notice } from '#components/ui/Notice.tsx'
import { formatDate } from '#lib/format/dates.ts'
import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'

/** Whether a video is archived, what took its place, and whose place it took. */
export async function Versions({ video }: { video: Video }) {
  const [next, former] = await Promise.all([find(video.replacedBy), find(video.replaces)])
  return (
    <>
      {video.archivedAt ? (
        <Notice title={`Archived since ${formatDate(video.archivedAt)}`}>
          Members do not find it any more.{' '}
          {next ? (
            <>
              Replaced by{' '}
              <Link prefetch={false} href={`/studio/videos/${next.id}`} className="link">
                {next.title}
              </Link>
              , where links to it lead.
            </>
          ) : (
            'Whoever opens a link to it is told so.'
          )}
        </Notice>
      ) : null}
      {former?.archivedAt ? (
        <p className="text-sm text-mute">
          <Link prefetch={false} href={`/studio/videos/${former.id}/analytics`} className="link">
            Earlier version
          </Link>
          , until {formatDate(former.archivedAt)}
        </p>
      ) : null}
    </>
  )
}

const find = async (id: string | null) => (id ? getVideo(id) : null)
