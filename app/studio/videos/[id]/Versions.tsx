import Link from 'next/link'
import { Notice } from '#components/ui/Notice.tsx'
import { formatDate } from '#lib/format/dates.ts'
import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'

/** Whether a video is archived, the video that replaced it, and the one it replaced. */
export async function Versions({ video }: { video: Video }) {
  const [next, former] = await Promise.all([find(video.replacedBy), find(video.replaces)])
  return (
    <>
      {video.archivedAt ? (
        <Notice title={`Archived since ${formatDate(video.archivedAt)}`}>
          Members cannot see it.{' '}
          {next ? (
            <>
              Replaced by{' '}
              <Link prefetch={false} href={`/studio/videos/${next.id}`} className="link">
                {next.title}
              </Link>
              ; links to it lead there.
            </>
          ) : (
            'A link to it shows that the video is archived.'
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
