import fc from 'fast-check'
import { it } from 'vitest'
import { expectTruth } from '#testing/simulator/expectTruth.ts'
import { Simulation, type SimulationOptions } from '#testing/simulator/simulation.ts'

const SIMULATIONS = Number(process.env.SIMULATIONS ?? 60)

function simulate(turns: number, options: Omit<SimulationOptions, 'seed'>, share = 1) {
  const oneRun = fc.asyncProperty(fc.nat(), async (seed) => {
    const simulation = new Simulation({ seed, ...options })
    await simulation.run(turns)
    expectTruth(simulation)
  })
  return fc.assert(oneRun, { numRuns: Math.ceil(SIMULATIONS * share) })
}

it('counts every acknowledged frame once when nothing goes wrong', { timeout: 120_000 }, () =>
  simulate(400, { faultRate: 0 }, 1 / 6),
)

it(
  'counts every acknowledged frame once through crashes, pauses, several workers, late writes ' +
    'and clocks a minute apart',
  { timeout: 600_000 },
  () => simulate(900, { faultRate: 0.03 }),
)
