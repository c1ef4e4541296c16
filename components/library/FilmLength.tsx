import { clockAt } from '#components/charts/clock.ts'
import { percent } from '#components/charts/numbers.ts'
import type { Video } from '#lib/videos/video.ts'
import type { ShelfEntry } from '#lib/watch/shelf.ts'
import { seenShare } from './seenShare.ts'

type Props = { video: Video; entry: ShelfEntry | undefined }

/** How long a film is, and how much of it was seen. */
export function FilmLength({ video, entry }: Props) {
  const share = seenShare(entry, video.frames)
  return (
    <p className="figures mt-0.5 text-xs text-mute">
      {clockAt(video.frames, video.fps)}
      {share > 0 ? ` · ${entry?.completedAt ? 'seen' : percent(share)}` : ''}
    </p>
  )
}
