import type { Random } from '#lib/random.ts'

/** Stretches of frames in the order they were played, and whether the video's end was reached. */
export type Visit = { stretches: Array<[start: number, end: number]>; ended: boolean }

/** Places of a video where something happens to whoever comes by, as shares of its length. */
const LOVED: Place = [0.345, 0.372]
const DULL: Place = [0.455, 0.478]
const PARTING: Place = [0.607, 0.622]
const PICTURE = 0.868
type Place = [from: number, to: number]

/** A look at whether to leave, this often a video. */
const LOOKS = 120

/**
 * One made-up sitting: most begin at the start, some leave a little everywhere and many at one
 * place, some skip the dull part, some go back to the loved one, some stop at one picture.
 * @param from the frame it begins at
 */
export function imagineVisit(frames: number, from: number, random: Random): Visit {
  const place = ([start, end]: Place) => [Math.round(start * frames), Math.round(end * frames)]
  const [lovedStart = 0, lovedEnd = 0] = place(LOVED)
  const [dullStart = 0, dullEnd = 0] = place(DULL)
  const leave = whereToLeave(frames, from, random)
  const visit: Visit = { stretches: [], ended: leave === frames }
  let at = from
  const play = (to: number) => {
    const end = Math.min(to, leave)
    if (end > at) visit.stretches.push([at, end])
    at = end
  }
  if (at < lovedEnd) {
    play(lovedEnd + random.below(30))
    for (let again = 0; at < leave && again < 3 && random.chance(0.34); again++) {
      at = lovedStart + random.below(40)
      play(lovedEnd + random.below(30))
    }
  }
  if (at < dullStart && random.chance(0.14)) {
    play(dullStart - random.below(15))
    if (at < leave) at = dullEnd + random.below(15)
  }
  play(leave)
  const picture = Math.round(PICTURE * frames)
  if (leave > picture && random.chance(0.22)) visit.stretches.push([picture, picture + 1])
  return visit
}

function whereToLeave(frames: number, from: number, random: Random): number {
  for (let look = 0; look < LOOKS; look++) {
    const share = look / LOOKS
    const isParting = share >= PARTING[0] - 1 / LOOKS && share < PARTING[1]
    const risk = isParting ? 0.1 : look < 6 ? 0.02 : 0.0045
    const frame = Math.round((share + random.next() / LOOKS) * frames)
    if (frame > from && random.chance(risk)) return frame
  }
  return frames
}
