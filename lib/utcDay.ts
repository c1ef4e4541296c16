export const MS_A_DAY = 86_400_000

/** @param day days since 1970. @returns the UTC day as `YYYY-MM-DD`. */
export function dayName(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10)
}
