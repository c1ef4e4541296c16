import type { FrameRate } from './video.ts'

const DAY_SECONDS = 86_400
const MAX_FPS = 120

/** Rates that people write as decimals but that are exact fractions. */
const BROADCAST_RATES: Record<string, FrameRate> = {
  '23.976': { num: 24_000, den: 1001 },
  '23.98': { num: 24_000, den: 1001 },
  '29.97': { num: 30_000, den: 1001 },
  '59.94': { num: 60_000, den: 1001 },
  '119.88': { num: 120_000, den: 1001 },
}

/** Parses `2:00`, `1:02:03.5` or `123.4` to seconds; null for anything else, 0 and more than a day. */
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

/** @param parts `[[hours,] minutes,] seconds` */
export function clockToSeconds(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** Formats seconds as `1:02:03.5`, to the millisecond; `parseLength` reads it back. */
export function formatLength(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const rest = (ms % 60_000) / 1000
  const minutes = Math.floor(ms / 60_000) % 60
  const hours = Math.floor(ms / 3_600_000)
  const tail = `${rest < 10 ? '0' : ''}${rest}`
  return hours > 0 ? `${hours}:${`${minutes}`.padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

/** Parses `25`, `29.97` or `30000/1001`; null for anything else and rates outside 1 to `MAX_FPS`. */
export function parseRate(text: string): FrameRate | null {
  const written = text.trim().replace(',', '.')
  const known = BROADCAST_RATES[written]
  if (known) return known
  const [, num, den = '1'] = /^(\d{1,6})(?:\/(\d{1,4}))?$/.exec(written) ?? []
  const rate = { num: Number(num), den: Number(den) }
  const perSecond = rate.num / rate.den
  return perSecond >= 1 && perSecond <= MAX_FPS ? rate : null
}

/** The shortest text that `parseRate` reads back. */
export function formatRate({ num, den }: FrameRate): string {
  const known = Object.entries(BROADCAST_RATES).find(
    ([, rate]) => rate.num === num && rate.den === den,
  )
  return den === 1 ? `${num}` : (known?.[0] ?? `${num}/${den}`)
}

/** The candidates of `detectFrameRate`. */
const COMMON_RATES = ['24', '25', '30', '50', '60', ...Object.keys(BROADCAST_RATES)]

/**
 * Detects the frame rate from presentation times, some of which may be missing.
 * @param times seconds, ascending
 * @returns null when there are too few times or no common rate fits
 */
export function detectFrameRate(times: readonly number[]): FrameRate | null {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
  if (sorted.length < 10) return null
  // The lower quartile: at least half of the gaps are of one frame unless the machine is overloaded.
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
