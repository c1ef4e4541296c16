import type { FrameRate } from './video.ts'

const DAY_SECONDS = 86_400
const MAX_FPS = 120

/** Rates that are written as decimals and are none. */
const BROADCAST_RATES: Record<string, FrameRate> = {
  '23.976': { num: 24_000, den: 1001 },
  '23.98': { num: 24_000, den: 1001 },
  '29.97': { num: 30_000, den: 1001 },
  '59.94': { num: 60_000, den: 1001 },
  '119.88': { num: 120_000, den: 1001 },
}

/** `2:00`, `1:02:03.5` or `123.4` in seconds; null for anything else, nothing and more than a day. */
export function parseLength(text: string): number | null {
  const parts = text.trim().replace(',', '.').split(':')
  const areNumbers = parts.every((part, index) =>
    (index === parts.length - 1 ? /^\d{1,5}(\.\d+)?$/ : /^\d{1,3}$/).test(part),
  )
  if (!areNumbers || parts.length > 3) return null
  if (parts.slice(1).some((part) => Number(part) >= 60)) return null
  const seconds = clockToSeconds(parts)
  return seconds > 0 && seconds <= DAY_SECONDS ? seconds : null
}

/** @param parts of a clock: hours and minutes, where there are any, and seconds. */
export function clockToSeconds(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** As a clock shows it, to the millisecond; `readLength` reads it. */
export function formatLength(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const rest = (ms % 60_000) / 1000
  const minutes = Math.floor(ms / 60_000) % 60
  const hours = Math.floor(ms / 3_600_000)
  const tail = `${rest < 10 ? '0' : ''}${rest}`
  return hours > 0 ? `${hours}:${`${minutes}`.padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

/** `25`, `29.97`, `30000/1001`; null for anything else and what no video has. */
export function parseRate(text: string): FrameRate | null {
  const written = text.trim().replace(',', '.')
  const known = BROADCAST_RATES[written]
  if (known) return known
  const [, num, den = '1'] = /^(\d{1,6})(?:\/(\d{1,4}))?$/.exec(written) ?? []
  const rate = { num: Number(num), den: Number(den) }
  const perSecond = rate.num / rate.den
  return perSecond >= 1 && perSecond <= MAX_FPS ? rate : null
}

/** As `readRate` reads it, the shortest way. */
export function formatRate({ num, den }: FrameRate): string {
  const known = Object.entries(BROADCAST_RATES).find(
    ([, rate]) => rate.num === num && rate.den === den,
  )
  return den === 1 ? `${num}` : (known?.[0] ?? `${num}/${den}`)
}

/** Videos have one of these, nearly all. */
const COMMON_RATES = ['24', '25', '30', '50', '60', ...Object.keys(BROADCAST_RATES)]

/**
 * The rate of which these are the frames' times, in seconds and in their order; frames may be
 * missing in between.
 * @returns null when they are too few, or no rate fits
 */
export function detectFrameRate(times: readonly number[]): FrameRate | null {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
  if (sorted.length < 10) return null
  // Half of all gaps at least are of one frame, or the machine is too busy to say.
  const one = sorted[Math.floor(sorted.length / 4)] ?? 0
  const rates = COMMON_RATES.flatMap((text) => parseRate(text) ?? [])
  const errorOf = ({ num, den }: FrameRate) => {
    const offs = sorted
      .map((gap) => (gap * num) / den)
      .map((gap) => Math.abs(gap - Math.round(gap)))
    return offs.reduce((sum, off) => sum + off, 0) / offs.length
  }
  const fitting = rates.filter(({ num, den }) => Math.abs(one * (num / den) - 1) < 0.03)
  const best = fitting.toSorted((a, b) => errorOf(a) - errorOf(b))[0]
  return best && errorOf(best) < 0.02 ? best : null
}
