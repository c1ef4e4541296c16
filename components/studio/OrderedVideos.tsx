import Link from 'next/link'
import { clockAt } from '#components/charts/clock.ts'
import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import type { Video } from '#lib/videos/video.ts'

const labels = { top: 'To the top', up: 'Up', down: 'Down', out: 'Take out' }

type Props = {
  videos: Video[]
  /** How many stand before these, and how many there are in all. */
  before?: number
  all?: number
  moves: readonly (keyof typeof labels)[]
  /** Takes `video` and `where`, and what is hidden. */
  move: FormAction
  hidden?: Record<string, string>
}

/** Videos in their order, each with what changes its place; works without a script. */
export function OrderedVideos(props: Props) {
  const { videos, before = 0, all = videos.length, moves, move, hidden = {} } = props
  return (
    <ol className="border-t border-line">
      {videos.map((video, i) => (
        <li
          key={video.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
        >
          <p className="min-w-0 flex-1 basis-40">
            <span className="figures mr-3 text-xs text-mute">{before + i + 1}</span>
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
              {video.archivedAt ? ' · archived' : ''}
            </span>
          </p>
          <div className="flex gap-2">
            {moves
              .filter((where) => before + i > 0 || (where !== 'up' && where !== 'top'))
              .filter((where) => before + i < all - 1 || where !== 'down')
              .map((where) => (
                <ButtonForm key={where} action={move} label={labels[where]} about={video.title}>
                  {Object.entries({ ...hidden, video: video.id, where }).map(([name, value]) => (
                    <input key={name} type="hidden" name={name} value={value} />
                  ))}
                </ButtonForm>
              ))}
          </div>
        </li>
      ))}
    </ol>
  )
}
