const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const THIN = '\u2009'

/** "1,204" */
export const count = (value: number) => whole.format(value)

/** "63 %", with a thin space. Only all of it is 100, only none of it 0. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  const honest =
    share > 0 && rounded === 0 ? '<1' : share < 1 && rounded === 100 ? '99' : String(rounded)
  return `${honest}${THIN}%`
}

/** "1 play", "2 plays" */
export function several(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** A duration in the unit that reads best: 42 "s", 17 "min", 31.6 "h". */
export function duration(seconds: number): { value: string; unit: string } {
  if (seconds < 90) return { value: whole.format(seconds), unit: 's' }
  if (seconds < 90 * 60) return { value: whole.format(seconds / 60), unit: 'min' }
  const hours = seconds / 3_600
  return { value: (hours < 100 ? tenth : whole).format(hours), unit: 'h' }
}

/** The same in a line: "17 min", with a thin space. */
export function durationWords(seconds: number): string {
  const { value, unit } = duration(seconds)
  return `${value}${THIN}${unit}`
}
