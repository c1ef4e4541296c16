import Link from 'next/link'
import { videoHref } from '#components/library/videoHref.ts'
import { Notice } from '#components/ui/Notice.tsx'
import type { CourseLock } from '#lib/collections/courseLock.ts'

/** In a video's place: which one comes before it. */
export function Locked({ lock: { collection, first } }: { lock: CourseLock }) {
  return (
    <Notice title={`First finish “${first.title}”`}>
      <p>
        <Link href={`/collections/${collection.id}`} className="link">
          {collection.title}
        </Link>{' '}
        is watched one video after the other. If you have finished it just now, that is counted
        within seconds: load this page again.
      </p>
      <p className="mt-2">
        <Link href={videoHref(first.id, collection.id)} className="link">
          Go to “{first.title}”
        </Link>
      </p>
    </Notice>
  )
}
