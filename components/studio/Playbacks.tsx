import Link from 'next/link'
import { CoverageBar } from '#components/charts/CoverageBar.tsx'
import { formatDateTime } from '#lib/format/dates.ts'
import { formatTime } from '#lib/format/time.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'
import type { KnownPlayback } from '#lib/watch/analytics/viewerPlaybacks.ts'

type Props = {
  playbacks: KnownPlayback[]
  /** The number of playbacks of all time. */
  all: number
  frames: number
  /** The selected playback with its runs. */
  selected: { playbackId: string; runs: Runs; seconds: number; hours: number } | null
  hrefOf: (playbackId: string) => string
}

/** One viewer's playbacks with start and length, and the frames of the selected one. */
export function Playbacks({ playbacks, all, frames, selected, hrefOf }: Props) {
  const older = all - playbacks.length
  return (
    <section>
      <h2 className="mb-3 font-medium">Playbacks</h2>
      <ul className="border-t border-line text-sm">
        {playbacks.map(({ playbackId, beganAt, seconds }) => {
          const isSelected = selected?.playbackId === playbackId
          const isComplete = isSelected && selected.seconds >= seconds - 0.5
          return (
            <li key={playbackId} className="flex flex-col gap-2 border-b border-line py-3">
              <div className="flex flex-wrap justify-between gap-x-6">
                <Link
                  prefetch={false}
                  scroll={false}
                  href={hrefOf(playbackId)}
                  aria-current={isSelected ? 'true' : undefined}
                  className="hover:text-accent-text hover:underline aria-[current]:font-medium"
                >
                  {formatDateTime(beganAt)}
                </Link>
                <span className="text-mute">
                  played <span className="figures text-xs">{formatTime(seconds)}</span>
                </span>
              </div>
              {isSelected ? (
                <>
                  <CoverageBar
                    runs={selected.runs}
                    frames={frames}
                    label="Frames played in this playback"
                    className="h-4"
                  />
                  {isComplete ? null : (
                    <p className="text-mute">
                      Showing {formatTime(selected.seconds)} of {formatTime(seconds)}. Data received
                      more than {selected.hours} hours after the start is counted above, but not
                      shown here.
                    </p>
                  )}
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
      {older > 0 ? (
        <p className="py-3 text-sm text-mute">
          {older === 1 ? 'One older playback is' : `${older} older playbacks are`} counted above,
          but no longer listed.
        </p>
      ) : null}
    </section>
  )
}
