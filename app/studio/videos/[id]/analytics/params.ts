import { type View, viewBetween, wholeVideo } from '#components/charts/frameView.ts'
import { requestedFrame } from '#components/player/frameLink.ts'
import { type Period, parsePeriod } from '#lib/watch/analytics/period.ts'

type Param = string | string[] | undefined

/** The frame in the URL, or null when it is not a frame of the video. */
export function frameParam(param: Param, frames: number): number | null {
  return requestedFrame(param, frames) ?? null
}

/** The view in the URL, `120-240`; the whole video when there is none or it is malformed. */
export function viewParam(param: Param, frames: number): View {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(typeof param === 'string' ? param : '') ?? []
  if (from === undefined || to === undefined || Number(from) >= Number(to))
    return wholeVideo(frames)
  return viewBetween(Number(from), Number(to), frames)
}

/** The period in the URL, as `period` or as the `from` and `to` of the form; all time if malformed. */
export function periodParam({ period: param, from, to }: Record<string, Param>): {
  text: string
  period: Period
} {
  const days = typeof from === 'string' && from ? `${from}..${to || from}` : undefined
  const text = days ?? (typeof param === 'string' ? param : 'all')
  const period = parsePeriod(text)
  return period ? { text, period } : { text: 'all', period: 'all' }
}
