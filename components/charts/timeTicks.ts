const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400]

/**
 * The seconds to write under a video: round steps from 0, and the end itself. A step that would
 * crowd the end gives way to it.
 * @param most how many labels there is room for, the end included
 */
export function timeTicks(length: number, most: number): number[] {
  if (length <= 0) return [0]
  const step = STEPS.find((each) => length / each <= most - 1) ?? length
  const ticks = [0]
  for (let at = step; at <= length - step / 2; at += step) ticks.push(at)
  return [...ticks, length]
}
