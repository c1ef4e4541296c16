import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { ButtonForm } from '#components/forms/auth/ButtonForm.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = { collectionId: string; videos: Video[]; move: FormAction }

const moves = [
  { where: 'up', label: 'Up' },
  { where: 'down', label: 'Down' },
  { where: 'out', label: 'Take out' },
] as const

/** The videos of a collection, each with what changes its place; works without a script. */
export function CollectionOrder({ collectionId, videos, move }: Props) {
  if (videos.length === 0)
    return (
      <p className="border-y border-line py-4 text-sm text-mute">
        None yet. The first one added is the first to be watched.
      </p>
    )
  return (
    <ol className="border-t border-line">
      {videos.map((video, i) => (
        <li
          key={video.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
        >
          <p className="min-w-0 flex-1 basis-40">
            <span className="figures mr-3 text-xs text-mute">{i + 1}</span>
            <Link
              prefetch={false}
              href={`/studio/videos/${video.id}/analytics`}
              className="hover:text-accent-text hover:underline"
            >
              {video.title}
            </Link>{' '}
            <span className="figures text-xs text-mute">
              {clockAt(video.frames, video.fps)}
              {video.visibility === 'draft' ? ' · draft' : ''}
            </span>
          </p>
          <div className="flex gap-2">
            {moves
              .filter(({ where }) => i > 0 || where !== 'up')
              .filter(({ where }) => i < videos.length - 1 || where !== 'down')
              .map(({ where, label }) => (
                <ButtonForm key={where} action={move} label={label} about={video.title}>
                  <input type="hidden" name="collection" value={collectionId} />
                  <input type="hidden" name="video" value={video.id} />
                  <input type="hidden" name="where" value={where} />
                </ButtonForm>
              ))}
          </div>
        </li>
      ))}
    </ol>
  )
}
