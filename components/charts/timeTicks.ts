const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400]

/**
 * The seconds to label under a video: round steps from 0, and the end itself. A step too close to the
 * end is left out.
 * @param max the number of labels there is room for, the end included
 */
export function timeTicks(length: number, max: number): number[] {
  if (length <= 0) return [0]
  const step = STEPS.find((each) => length / each <= max - 1) ?? length
  const ticks = [0]
  for (let at = step; at <= length - step / 2; at += step) ticks.push(at)
  return [...ticks, length]
}
