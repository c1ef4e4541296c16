/** @returns `01:02:03.456`, as WebVTT writes a time. */
export function vttTime(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0')
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':')
  return `${clock}.${`${ms % 1000}`.padStart(3, '0')}`
}
