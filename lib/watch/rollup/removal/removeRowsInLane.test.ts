import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectTruth } from '#testing/simulator/expectTruth.ts'
import { Simulation } from '#testing/simulator/simulation.ts'

const SIMULATIONS = Number(process.env.SIMULATIONS ?? 60)

it('deletes a removed video or member for good, whatever fails meanwhile, and nothing else: curves ' +
  'keep the counts of a removed member', { timeout: 600_000 }, async () => {
  const oneRun = fc.asyncProperty(fc.nat(), async (seed) => {
    const simulation = new Simulation({ seed, faultRate: 0.06, removeFrom: 200 })
    await simulation.run(700)
    expectTruth(simulation)
    expectRemovedVideosGone(simulation)
  })
  await fc.assert(oneRun, { numRuns: Math.ceil(SIMULATIONS / 3) })
})

function expectRemovedVideosGone({ cluster }: Simulation) {
  for (const { id, kind, isFinished } of cluster.removals.values()) {
    expect(isFinished, 'every lane is through').toBe(true)
    if (kind === 'member') continue
    const tables = [cluster.curveHeaders, cluster.curveChunks, cluster.viewerRows, cluster.shelves]
    for (const table of tables) expect(table.keys().filter((key) => key.startsWith(id))).toEqual([])
  }
}
