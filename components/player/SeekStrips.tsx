import { stepArea } from '#components/charts/stepPath.ts'
import { formatPercent } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { MostReplayed } from '#lib/watch/progress/mostReplayed.ts'

export type SeekFacts = {
  /** Null while too few have watched. */
  mostReplayed: MostReplayed | null
  /** Per bin of the whole video the share the member has seen, 0..1; empty if nothing was seen. */
  seen: number[]
}

const VIEWBOX_WIDTH = 1000
const VIEWBOX_HEIGHT = 100

/** Above the scrubber what is replayed most, below it what this member has seen. */
export function SeekStrips({ mostReplayed, seen, fps }: SeekFacts & { fps: FrameRate }) {
  return (
    <>
      {mostReplayed ? (
        <Strip
          bins={mostReplayed.bins}
          label={mostReplayedLabel(mostReplayed, fps)}
          className="player-most-replayed"
        />
      ) : null}
      {seen.length > 0 ? (
        <Strip bins={seen} label={seenLabel(seen)} className="player-seen" />
      ) : null}
    </>
  )
}

export function mostReplayedLabel({ peak }: Pick<MostReplayed, 'peak'>, fps: FrameRate): string {
  if (peak === null) return 'How often each part of the video is replayed'
  return `Most replayed around ${formatFrameTime(peak, fps)}`
}

export function seenLabel(seen: readonly number[]): string {
  const share = seen.reduce((sum, part) => sum + part, 0) / seen.length
  return `You have seen ${formatPercent(share)}`
}

type StripProps = { bins: number[]; label: string; className: string }

function Strip({ bins, label, className }: StripProps) {
  const edges = Array.from(
    { length: bins.length + 1 },
    (_, bin) => (bin / bins.length) * VIEWBOX_WIDTH,
  )
  const path = stepArea(
    { edges, values: bins },
    (x) => x,
    (share) => (1 - share) * VIEWBOX_HEIGHT,
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${VIEWBOX_WIDTH} ${VIEWBOX_HEIGHT}`}
      preserveAspectRatio="none"
      className={className}
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
