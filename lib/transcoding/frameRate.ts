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

/** Between 30000/1001 and 30 lies a thousandth. */
const SAME = 0.0002
/** Above it the difference is for slow motion, which nobody makes of a stream. */
const MOST = 60
const LEAST = 1

/**
 * The rate a video is made at, of two that ffprobe names: what the file's clock says and what comes
 * out on the average. Where they agree it is that one; a phone's rate that wanders becomes the
 * nearest usual one. Never above 60.
 * @param declared,average `30000/1001`, `0/0` when not known
 * @returns null when neither says anything
 */
export function chooseFrameRate(declared: string, average: string): FrameRate | null {
  const told = [declared, average].map(parse)
  const [clock, mean] = told
  const rate = mean ?? clock
  if (!rate || speed(rate) < LEAST) return null
  const near = nearest(rate)
  if (isSame(rate, near)) return near
  const isSteady = clock && isSame(clock, rate)
  if (!isSteady && speed(rate) <= MOST) return near
  return slowDown(isSteady ? clock : rate)
}

function parse(text: string): FrameRate | null {
  const [num = 0, den = 0] = text.split('/').map(Number)
  if (!(num > 0 && den > 0)) return null
  const shared = divisor(num, den)
  return { num: num / shared, den: den / shared }
}

/** Every second frame, or fourth, ... until it is slow enough. */
function slowDown({ num, den }: FrameRate): FrameRate {
  if (num / den <= MOST * (1 + SAME)) return { num, den }
  return slowDown(num % 2 === 0 ? { num: num / 2, den } : { num, den: den * 2 })
}

function nearest(rate: FrameRate): FrameRate {
  const distance = (each: FrameRate) => Math.abs(Math.log(speed(each) / speed(rate)))
  return STANDARD.reduce((best, each) => (distance(each) < distance(best) ? each : best))
}

function isSame(a: FrameRate, b: FrameRate): boolean {
  return Math.abs(speed(a) / speed(b) - 1) < SAME
}

const speed = ({ num, den }: FrameRate) => num / den

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
