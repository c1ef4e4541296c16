import { afterAll, beforeAll, expect, it } from 'vitest'
import { revokeSession } from '#lib/auth/session.ts'
import { forkServer } from '#testing/forkServer.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { logInSomeone } from '#testing/people.ts'
import { beaconOf } from '#testing/sendBeacons.ts'
import { until } from '#testing/until.ts'
import { makeVideo } from '#testing/videos.ts'
import { newClaims, signToken } from './playbackToken.ts'

let server: Awaited<ReturnType<typeof forkServer>>

beforeAll(async () => {
  await useOwnKeyspace('elsewhere')
  server = await forkServer()
}, 120_000)
afterAll(() => server?.end('SIGTERM'))

it('respects a log-out in another process within 30 seconds', async () => {
  const { id, sessionId, cookie } = await logInSomeone()
  const claims = newClaims(id, await makeVideo(), Date.now())
  let seq = 0
  const sendOne = () => {
    const beacons = [beaconOf(seq++)]
    const body = JSON.stringify({ token: signToken(claims), age: 0, beacons })
    return server.send({ headers: { cookie }, body })
  }
  expect(await sendOne()).toMatchObject({ status: 204 })
  await revokeSession(id, sessionId, new Date())
  const revoked = Date.now()
  await until(async () => (await sendOne()).status === 401, {
    what: 'the other process refuses',
    withinMs: 60_000,
  })
  expect(Date.now() - revoked).toBeLessThan(31_000)
})
