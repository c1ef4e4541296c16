import { expect, test } from 'vitest'
import { evictLiveSession, evictLiveSessionsOf, readThroughLiveCache } from './liveCache.ts'

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000)
const facts = { memberId: 'ada', sessionId: 'one' }
const live = { ...facts, endsAt: at(3600) }

function counted(answer: typeof live | null) {
  const read = async () => {
    read.times += 1
    return answer
  }
  read.times = 0
  return read
}

test('a session is cached for 30 seconds', async () => {
  const read = counted(live)
  for (const second of [0, 10, 29]) {
    expect(await readThroughLiveCache('kept', at(second), read)).toEqual(facts)
  }
  expect(read.times).toBe(1)
  await readThroughLiveCache('kept', at(30), read)
  expect(read.times).toBe(2)
})

test('never beyond the expiry of the session', async () => {
  const read = counted({ ...facts, endsAt: at(5) })
  await readThroughLiveCache('short', at(0), read)
  await readThroughLiveCache('short', at(5), read)
  expect(read.times).toBe(2)
})

test('a log-out evicts its session immediately, and no other', async () => {
  const one = counted(live)
  const two = counted({ ...live, sessionId: 'two' })
  await readThroughLiveCache('token one', at(0), one)
  await readThroughLiveCache('token two', at(0), two)
  evictLiveSession('one')
  await readThroughLiveCache('token one', at(1), one)
  await readThroughLiveCache('token two', at(1), two)
  expect([one.times, two.times]).toEqual([2, 1])
  evictLiveSessionsOf('ada')
  await readThroughLiveCache('token two', at(2), two)
  expect(two.times).toBe(2)
})

test('a read that began before a log-out is not cached after it', async () => {
  const overtaken = async () => {
    evictLiveSession('one')
    return live
  }
  await readThroughLiveCache('racing', at(0), overtaken)
  const read = counted(null)
  expect(await readThroughLiveCache('racing', at(1), read)).toBeNull()
  expect(read.times).toBe(1)
})

test('neither a missing session nor a failure is cached', async () => {
  const read = counted(null)
  await readThroughLiveCache('nobody', at(0), read)
  await readThroughLiveCache('nobody', at(1), read)
  expect(read.times).toBe(2)
  const away = () => Promise.reject(new Error('away'))
  await expect(readThroughLiveCache('away', at(0), away)).rejects.toThrow('away')
})
