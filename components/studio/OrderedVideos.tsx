import Link from 'next/link'
import type { ReactNode } from 'react'
import { RowsForm } from '#components/forms/RowsForm.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FormAction } from '#lib/members/formState.ts'
import { moveValue } from '#lib/videos/moveField.ts'
import type { Video } from '#lib/videos/video.ts'

const labels = { top: 'Move to top', up: 'Move up', down: 'Move down', out: 'Remove' }

type Move = keyof typeof labels

type Props = {
  videos: Video[]
  /** The number of videos before these, and in all. */
  before?: number
  all?: number
  moves: readonly Move[]
  /** Receives `move` (`moveField`) and the hidden fields. */
  move: FormAction
  /** Hidden fields. */
  children?: ReactNode
}

/** An ordered list of videos with buttons to move each; works without JavaScript. */
export function OrderedVideos(props: Props) {
  const { videos, before = 0, all = videos.length, moves, move, children } = props
  const isPossible = (move: Move, place: number) => {
    if (move === 'down') return place < all - 1
    return move === 'out' || place > 0
  }
  return (
    <RowsForm action={move}>
      {children}
      <ol className="border-t border-line">
        {videos.map((video, i) => (
          <li
            key={video.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
          >
            <p className="min-w-0 flex-1 basis-40 wrap-anywhere">
              <span className="figures mr-3 text-xs text-mute">{before + i + 1}</span>
              <Link
                prefetch={false}
                href={`/studio/videos/${video.id}/analytics`}
                className="hover:text-accent-text hover:underline"
              >
                {video.title}
              </Link>{' '}
              <span className="figures text-xs text-mute">
                {formatFrameTime(video.frames, video.fps)}
                {video.visibility === 'draft' ? ' · draft' : ''}
                {video.archivedAt ? ' · archived' : ''}
              </span>
            </p>
            <div className="flex flex-wrap gap-2">
              {moves
                .filter((where) => isPossible(where, before + i))
                .map((where) => (
                  <SubmitButton
                    key={where}
                    kind="quiet"
                    name="move"
                    value={moveValue(where, video.id)}
                    aria-label={`${labels[where]}: ${video.title}`}
                  >
                    {labels[where]}
                  </SubmitButton>
                ))}
            </div>
          </li>
        ))}
      </ol>
    </RowsForm>
  )
}
