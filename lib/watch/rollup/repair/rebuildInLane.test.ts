import fc from 'fast-check'
import { it } from 'vitest'
import { expectTruth } from '#testing/simulator/expectTruth.ts'
import { LANES, MIDNIGHT, Simulation, videos } from '#testing/simulator/simulation.ts'

const SIMULATIONS = Number(process.env.SIMULATIONS ?? 60)
const AN_HOUR = 3_600_000

// Within one day and the life of every token, a rebuild is exact also when writes surface late.
const options = { start: MIDNIGHT + AN_HOUR / 2, tokenMs: 100 * AN_HOUR }

it('changes nothing, at whatever moment curves are rebuilt, whatever fails', {
  timeout: 600_000,
}, async () => {
  const oneRun = fc.asyncProperty(fc.nat(), async (seed) => {
    const simulation = new Simulation({ seed, ...options, faultRate: 0.02, rebuildRate: 0.008 })
    await simulation.run(700)
    expectTruth(simulation)
  })
  await fc.assert(oneRun, { numRuns: Math.ceil(SIMULATIONS / 3) })
})

it('repairs a damaged curve while workers continue', { timeout: 600_000 }, async () => {
  const oneRun = fc.asyncProperty(fc.nat(), async (seed) => {
    const simulation = new Simulation({ seed, ...options, faultRate: 0 })
    await simulation.run(400)
    damage(simulation)
    // Once the lanes are past the damage, as the command waits for.
    await simulation.drain(100)
    const rebuilt = rebuildAll(simulation)
    await simulation.drain(30)
    await rebuilt
    expectTruth(simulation)
  })
  await fc.assert(oneRun, { numRuns: Math.ceil(SIMULATIONS / 6) })
})

async function rebuildAll(simulation: Simulation) {
  for (const video of videos) await simulation.rebuild(video)
}

/** As by a hand in the database: half of the totals wrong, some chunks gone, some too many. */
function damage({ cluster, random }: Simulation) {
  const now = BigInt(cluster.time) * 1000n
  for (const key of cluster.curveHeaders.keys())
    if (random.chance(0.5)) cluster.curveHeaders.write(key, { views: 77, framesPlayed: 1 }, now)
  for (const key of cluster.curveChunks.keys())
    if (random.chance(0.5)) cluster.curveChunks.delete((other) => other === key, now)
  const extra = { chunk: 1, plays: Buffer.from([1, 3, 9]), viewers: Buffer.from([1, 3, 9]) }
  for (const videoId of videos)
    for (let lane = 0; lane < LANES; lane++)
      cluster.curveChunks.write(`${videoId}/all/${lane}/1`, extra, now)
}
