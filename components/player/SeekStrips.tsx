import { stepArea } from '#components/charts/stepPath.ts'
import { formatPercent } from '#lib/format/numbers.ts'
import { formatFrameTime } from '#lib/format/time.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { MostReplayed } from '#lib/watch/progress/mostReplayed.ts'

export type SeekFacts = {
  /** Null where too few have watched to tell. */
  heat: MostReplayed | null
  /** Per bin of the whole video the share the member has seen, 0..1; empty when nothing. */
  seen: number[]
}

const WIDTH = 1000
const HEIGHT = 100

/** Over the scrubber where the video is watched most, under it what this member has seen. */
export function SeekStrips({ heat, seen, fps }: SeekFacts & { fps: FrameRate }) {
  return (
    <>
      {heat ? (
        <Strip bins={heat.bins} words={heatWords(heat, fps)} className="player-heat" />
      ) : null}
      {seen.length > 0 ? (
        <Strip bins={seen} words={seenWords(seen)} className="player-seen" />
      ) : null}
    </>
  )
}

export function heatWords({ peak }: Pick<MostReplayed, 'peak'>, fps: FrameRate): string {
  if (peak === null) return 'How much each part of the video is watched'
  return `Most replayed around ${formatFrameTime(peak, fps)}`
}

export function seenWords(seen: readonly number[]): string {
  const share = seen.reduce((sum, part) => sum + part, 0) / seen.length
  return `You have seen ${formatPercent(share)}`
}

type StripProps = { bins: number[]; words: string; className: string }

function Strip({ bins, words, className }: StripProps) {
  const edges = Array.from({ length: bins.length + 1 }, (_, bin) => (bin / bins.length) * WIDTH)
  const path = stepArea(
    { edges, values: bins },
    (x) => x,
    (share) => (1 - share) * HEIGHT,
  )
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className}
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
