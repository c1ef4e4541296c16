/**
 * Calls the functions in turn, `times` times each, after as many warm-up calls.
 * @returns for each function the ms of each call
 */
export async function alternate(
  functions: readonly (() => Promise<unknown>)[],
  times: number,
): Promise<number[][]> {
  const durations = functions.map((): number[] => [])
  for (let turn = -times; turn < times; turn++)
    for (const [index, call] of functions.entries()) {
      const begun = performance.now()
      await call()
      if (turn >= 0) durations[index]?.push(performance.now() - begun)
    }
  return durations
}
