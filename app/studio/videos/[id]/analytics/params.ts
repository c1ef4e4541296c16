import { type View, viewBetween, wholeVideo } from '#components/charts/frameView.ts'
import { momentAsked } from '#components/player/momentLink.ts'
import { type Period, parsePeriod } from '#lib/watch/analytics/period.ts'

type Param = string | string[] | undefined

/** The frame an address names, or null: what is no frame of the video is no frame. */
export function frameParam(param: Param, frames: number): number | null {
  return momentAsked(param, frames) ?? null
}

/** The stretch an address asks to see, `120-240`; the whole video when it names none. */
export function viewParam(param: Param, frames: number): View {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(typeof param === 'string' ? param : '') ?? []
  if (from === undefined || to === undefined || Number(from) >= Number(to))
    return wholeVideo(frames)
  return viewBetween(Number(from), Number(to), frames)
}

/**
 * The period an address asks for, as it is written there, or as two days by a form; what is no
 * period means all time.
 */
export function periodParam({ period: param, from, to }: Record<string, Param>): {
  text: string
  period: Period
} {
  const days = typeof from === 'string' && from ? `${from}..${to || from}` : undefined
  const text = days ?? (typeof param === 'string' ? param : 'all')
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
