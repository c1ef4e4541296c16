const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const THIN_SPACE = '\u2009'

/** "1,204" */
export const formatCount = (value: number) => whole.format(value)

/** "63 %", with a thin space; only a share of 1 is "100 %", only 0 is "0 %". */
export function formatPercent(share: number): string {
  const rounded = Math.round(share * 100)
  const text =
    share > 0 && rounded === 0 ? '<1' : share < 1 && rounded === 100 ? '99' : String(rounded)
  return `${text}${THIN_SPACE}%`
}

/** "1 play", "2 plays" */
export function pluralize(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`
}

/** A duration in seconds, minutes or hours: 42 "s", 17 "min", 31.6 "h". */
export function durationParts(seconds: number): { value: string; unit: string } {
  if (seconds < 90) return { value: whole.format(seconds), unit: 's' }
  if (seconds < 90 * 60) return { value: whole.format(seconds / 60), unit: 'min' }
  const hours = seconds / 3_600
  return { value: (hours < 100 ? tenth : whole).format(hours), unit: 'h' }
}

/** "17 min", with a thin space. */
export function formatDuration(seconds: number): string {
  const { value, unit } = durationParts(seconds)
  return `${value}${THIN_SPACE}${unit}`
}
