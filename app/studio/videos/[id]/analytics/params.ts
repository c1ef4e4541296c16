import { type Period, parsePeriod } from '#lib/watch/period.ts'

type Param = string | string[] | undefined

/** The frame an address names, or null: what is no frame of the film is no frame. */
export function frameParam(param: Param, frames: number): number | null {
  if (typeof param !== 'string' || !/^\d{1,9}$/.test(param)) return null
  const frame = Number(param)
  return frame < frames ? frame : null
}

/** The period an address asks for, as it is written there; what is no period means all time. */
export function periodParam(param: Param): { text: string; period: Period } {
  const text = typeof param === 'string' ? param : 'all'
  const period = parsePeriod(text)
  return period ? { text, period } : { text: 'all', period: 'all' }
}

/** The first of the frames played most. */
export function peakOf(plays: ArrayLike<number>): number {
  let peak = 0
  for (let frame = 1; frame < plays.length; frame++)
    if ((plays[frame] ?? 0) > (plays[peak] ?? 0)) peak = frame
  return peak
}
