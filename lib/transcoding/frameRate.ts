import type { FrameRate } from '#lib/videos/video.ts'

const STANDARD: FrameRate[] = [
  { num: 24_000, den: 1001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 30, den: 1 },
  { num: 48, den: 1 },
  { num: 50, den: 1 },
  { num: 60_000, den: 1001 },
  { num: 60, den: 1 },
]

/** Relative difference below which two rates are the same; 30000/1001 and 30 are 0.001 apart. */
const TOLERANCE = 0.0002
/** Higher rates are recorded for slow motion, which a stream does not need. */
const MAX_FPS = 60
const MIN_FPS = 1

/**
 * Chooses the output frame rate from the two that ffprobe reports: `r_frame_rate` and
 * `avg_frame_rate`. If they agree, it is that rate; a variable rate, as phones record it, becomes the
 * nearest standard rate. Never above 60.
 * @param declared,average such as `30000/1001`; `0/0` when unknown
 * @returns null when both are unknown
 */
export function chooseFrameRate(declared: string, average: string): FrameRate | null {
  const [clock, mean] = [declared, average].map(parse)
  const rate = mean ?? clock
  if (!rate || perSecond(rate) < MIN_FPS) return null
  const near = nearest(rate)
  if (isSame(rate, near)) return near
  const isSteady = clock && isSame(clock, rate)
  if (!isSteady && perSecond(rate) <= MAX_FPS) return near
  return halveUntilAllowed(isSteady ? clock : rate)
}

function parse(text: string): FrameRate | null {
  const [num = 0, den = 0] = text.split('/').map(Number)
  if (!(num > 0 && den > 0)) return null
  const shared = greatestCommonDivisor(num, den)
  return { num: num / shared, den: den / shared }
}

/** Keeps every second frame, or every fourth, ... until the rate is at most `MAX_FPS`. */
function halveUntilAllowed({ num, den }: FrameRate): FrameRate {
  if (num / den <= MAX_FPS * (1 + TOLERANCE)) return { num, den }
  return halveUntilAllowed(num % 2 === 0 ? { num: num / 2, den } : { num, den: den * 2 })
}

function nearest(rate: FrameRate): FrameRate {
  const distance = (each: FrameRate) => Math.abs(Math.log(perSecond(each) / perSecond(rate)))
  return STANDARD.reduce((best, each) => (distance(each) < distance(best) ? each : best))
}

function isSame(a: FrameRate, b: FrameRate): boolean {
  return Math.abs(perSecond(a) / perSecond(b) - 1) < TOLERANCE
}

const perSecond = ({ num, den }: FrameRate) => num / den

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
