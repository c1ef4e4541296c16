import type { FrameRate } from '#lib/videos/video.ts'

type Film = { frames: number; fps: FrameRate }

/**
 * The counts of another film laid over this one by time: each frame has the greatest count of the
 * frames that the other shows meanwhile; beyond the other's end nothing.
 */
export function alignTo(
  film: Film,
  other: { fps: FrameRate; counts: ArrayLike<number> },
): number[] {
  const { counts } = other
  // Frames of the other film for one of this: a rational, exact for films of one rate.
  const up = film.fps.den * other.fps.num
  const down = film.fps.num * other.fps.den
  return Array.from({ length: film.frames }, (_, frame) => {
    const from = Math.floor((frame * up) / down)
    const to = Math.max(from + 1, Math.ceil(((frame + 1) * up) / down))
    let most = 0
    for (let at = from; at < to; at++) most = Math.max(most, counts[at] ?? 0)
    return most
  })
}
