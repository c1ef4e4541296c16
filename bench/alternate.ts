/** ms each of `times` calls of each took, taking turns, after as many that do not count. */
export async function alternate(
  works: readonly (() => Promise<unknown>)[],
  times: number,
): Promise<number[][]> {
  const took = works.map((): number[] => [])
  for (let turn = -times; turn < times; turn++)
    for (const [number, work] of works.entries()) {
      const begun = performance.now()
      await work()
      if (turn >= 0) took[number]?.push(performance.now() - begun)
    }
  return took
}
