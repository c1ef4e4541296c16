import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerBefore } from './answer.ts'

const passed: string[] = []
const answer = answerBefore(
  async (req, res) => {
    passed.push(req.url ?? '')
    res.end()
  },
  async () => true,
)
const server = createServer((req, res) => void answer(req, res))

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const get = (path: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)

test.each(['/videos/%ff', '/api/videos/%E0%A4%A/retention', '/media/%'])(
  'an address that cannot be decoded is not there, and never reaches Next: %s',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ reason: 'no-such-address' })
    expect(passed).not.toContain(path)
  },
)

test.each(['/videos/%C3%A9', '/?x=%ff'])('one that can goes on to Next: %s', async (path) => {
  expect((await get(path)).status).toBe(200)
  expect(passed).toContain(path)
})
