import Link from 'next/link'
import { videoHref } from '#components/library/videoHref.ts'
import { Notice } from '#components/ui/Notice.tsx'
import type { CourseLock } from '#lib/collections/courseLock.ts'

/** Shown instead of a locked video: which video to finish first. */
export function Locked({ lock: { collection, first } }: { lock: CourseLock }) {
  return (
    <Notice title={`First finish “${first.title}”`}>
      <p>
        <Link href={`/collections/${collection.id}`} className="link">
          {collection.title}
        </Link>{' '}
        is watched in order. If you have just finished it, reload this page: that takes a few
        seconds to be counted.
      </p>
      <p className="mt-2">
        <Link href={videoHref(first.id, collection.id)} className="link">
          Go to “{first.title}”
        </Link>
      </p>
    </Notice>
  )
}
