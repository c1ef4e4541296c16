import { type FrameRate, secondsAt } from '#lib/videos/video.ts'

/**
 * @param decimals digits after the second; truncated, not rounded, so that no time reads "0:60"
 * @returns "1:12", "1:12.4", "1:02:03"
 */
export function formatTime(seconds: number, decimals = 0): string {
  const unit = 10 ** decimals
  // A frame may start a rounding error before its tenth of a second.
  const ticks = Math.floor(Math.max(0, seconds) * unit + 1e-6)
  const whole = Math.floor(ticks / unit)
  const rest = decimals > 0 ? `.${String(ticks % unit).padStart(decimals, '0')}` : ''
  const hours = Math.floor(whole / 3_600)
  const minutes = Math.floor(whole / 60) % 60
  const tail = `${String(whole % 60).padStart(2, '0')}${rest}`
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

/** The time at which a frame starts. */
export function formatFrameTime(frame: number, fps: FrameRate, decimals = 0): string {
  return formatTime(secondsAt(frame, fps), decimals)
}
