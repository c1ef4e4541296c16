import type { Random } from '#lib/random.ts'

/** One visit: stretches of frames in the order they were played, and whether it reached the end. */
export type Visit = { stretches: Array<[start: number, end: number]>; ended: boolean }

/** Parts of a video that viewers treat in their own way, as shares of its length. */
const REPLAYED: Part = [0.345, 0.372]
const SKIPPED: Part = [0.455, 0.478]
const EXIT: Part = [0.607, 0.622]
const STILL = 0.868
type Part = [from: number, to: number]

/** At how many points of a video a viewer may leave. */
const EXIT_CHANCES = 120

/**
 * Generates one visit: some viewers leave early, a few anywhere and most at one part; some skip a
 * part, some replay another, some look at one single frame.
 * @param from the frame at which it begins
 */
export function generateVisit(frames: number, from: number, random: Random): Visit {
  const framesOf = ([start, end]: Part) => [Math.round(start * frames), Math.round(end * frames)]
  const [replayStart = 0, replayEnd = 0] = framesOf(REPLAYED)
  const [skipStart = 0, skipEnd = 0] = framesOf(SKIPPED)
  const exit = exitFrameOf(frames, from, random)
  const visit: Visit = { stretches: [], ended: exit === frames }
  let at = from
  const play = (to: number) => {
    const end = Math.min(to, exit)
    if (end > at) visit.stretches.push([at, end])
    at = end
  }
  if (at < replayEnd) {
    play(replayEnd + random.below(30))
    for (let again = 0; at < exit && again < 3 && random.chance(0.34); again++) {
      at = replayStart + random.below(40)
      play(replayEnd + random.below(30))
    }
  }
  if (at < skipStart && random.chance(0.14)) {
    play(skipStart - random.below(15))
    if (at < exit) at = skipEnd + random.below(15)
  }
  play(exit)
  const still = Math.round(STILL * frames)
  if (exit > still && random.chance(0.22)) visit.stretches.push([still, still + 1])
  return visit
}

/** @returns `frames` when the viewer watches to the end */
function exitFrameOf(frames: number, from: number, random: Random): number {
  for (let step = 0; step < EXIT_CHANCES; step++) {
    const share = step / EXIT_CHANCES
    const isExit = share >= EXIT[0] - 1 / EXIT_CHANCES && share < EXIT[1]
    const risk = isExit ? 0.1 : step < 6 ? 0.02 : 0.0045
    const frame = Math.round((share + random.next() / EXIT_CHANCES) * frames)
    if (frame > from && random.chance(risk)) return frame
  }
  return frames
}
