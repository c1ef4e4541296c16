import Link from 'next/link'
import { CoverageBar } from '#components/charts/CoverageBar.tsx'
import { clock } from '#lib/format/clock.ts'
import { formatDateTime } from '#lib/format/dates.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'
import type { KnownPlayback } from '#lib/watch/analytics/viewerPlaybacks.ts'

type Props = {
  playbacks: KnownPlayback[]
  /** How many there were in all. */
  all: number
  frames: number
  /** The one that was asked for, frame by frame. */
  open: { playbackId: string; runs: Runs; seconds: number; hours: number } | null
  hrefOf: (playbackId: string) => string
}

/** One viewer's playbacks: when, how long, and of the one chosen which frames. */
export function Playbacks({ playbacks, all, frames, open, hrefOf }: Props) {
  const older = all - playbacks.length
  return (
    <section>
      <h2 className="mb-3 font-medium">Playbacks</h2>
      <ul className="border-t border-line text-sm">
        {playbacks.map(({ playbackId, beganAt, seconds }) => {
          const isOpen = open?.playbackId === playbackId
          const isWhole = isOpen && open.seconds >= seconds - 0.5
          return (
            <li key={playbackId} className="flex flex-col gap-2 border-b border-line py-3">
              <div className="flex flex-wrap justify-between gap-x-6">
                <Link
                  prefetch={false}
                  scroll={false}
                  href={hrefOf(playbackId)}
                  aria-current={isOpen ? 'true' : undefined}
                  className="hover:text-accent-text hover:underline aria-[current]:font-medium"
                >
                  {formatDateTime(beganAt)}
                </Link>
                <span className="text-mute">
                  played <span className="figures text-xs">{clock(seconds)}</span>
                </span>
              </div>
              {isOpen ? (
                <>
                  <CoverageBar
                    runs={open.runs}
                    frames={frames}
                    label="The frames this playback played"
                    className="h-4"
                  />
                  {isWhole ? null : (
                    <p className="text-mute">
                      {clock(open.seconds)} of {clock(seconds)} was found. What arrived later than{' '}
                      {open.hours} hours after the beginning is counted above, but not shown here.
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
          {older === 1 ? 'One older playback is' : `${older} older playbacks are`} counted above;
          when each was is kept only for as long as it could go on.
        </p>
      ) : null}
    </section>
  )
}
