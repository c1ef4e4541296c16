import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/random.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { attack } from '#testing/attack.ts'
import { asNodeHandler, serve } from '#testing/http.ts'
import { logInSomeone } from '#testing/people.ts'
import { makeVideo } from '#testing/videos.ts'
import { handleWatchOnNode } from './nodeHandler.ts'
import { handleWatch } from './routeHandler.ts'

const mounts = { 'in front of Next': handleWatchOnNode(), 'as a route': asNodeHandler(handleWatch) }

/** `npm run test:faults -- hostile` sends a hundred thousand of these to a real server. */
describe.each(Object.entries(mounts))('hostile beacons %s', (_, handler) => {
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    server = await serve(handler)
    await openLanes()
  })
  afterAll(() => server.close())

  it('are refused or stored as they are: never a 500, never a row without a 204', async () => {
    const people = [await logInSomeone(), await logInSomeone(), await logInSomeone()] as const
    const { statuses, ...rest } = await attack(600, {
      people,
      video: await makeVideo(),
      random: seededRandom(7),
      concurrency: 16,
      send: async (request) => {
        const { status, json } = await server.send(request)
        return { status, reason: JSON.stringify(json) ?? '' }
      },
    })
    expect(rest).toEqual({ wrong: [], unaccounted: [], missing: [] })
    // The attack reaches every check of the endpoint.
    const reached = [...statuses.keys()].sort((a, b) => a - b)
    expect(reached).toEqual([204, 400, 401, 403, 405, 413, 415, 422])
  })
})
