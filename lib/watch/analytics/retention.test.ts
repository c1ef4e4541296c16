import { expect, it } from 'vitest'
import { toRetention, type VideoCounts } from './retention.ts'
import { toCsv } from './retentionRequest.ts'

const video = { frames: 4, fps: { num: 30_000, den: 1_001 } }
const counts: VideoCounts = {
  plays: Float64Array.of(1, 9, 2, 3),
  viewers: Float64Array.of(1, 4, 2, 2),
  views: 2,
  watchedFrames: 15,
  uniqueViewers: 4,
  completions: 1,
  asOf: '2031-02-03T04:05:06.000Z',
}

it('is the JSON of the public contract, field by field', () => {
  expect(JSON.stringify(toRetention(video, counts))).toBe(
    '{"frames":4,"fps":[30000,1001],"plays":[1,9,2,3],"viewers":[1,4,2,2],"views":2,' +
      '"watchedFrames":15,"uniqueViewers":4,"completions":1,"asOf":"2031-02-03T04:05:06.000Z"}',
  )
})

it('bins both curves by the maximum; over several days viewers stay null', () => {
  expect(toRetention(video, counts, 2)).toMatchObject({ plays: [9, 3], viewers: [4, 2], frames: 4 })
  expect(toRetention(video, { ...counts, viewers: null }, 2).viewers).toBeNull()
})

it('is CSV with one line a frame, or a bin with its first frame', () => {
  expect(toCsv(counts)).toBe('frame,plays,viewers\r\n0,1,1\r\n1,9,4\r\n2,2,2\r\n3,3,2\r\n')
  expect(toCsv({ ...counts, viewers: null }, 2)).toBe('frame,plays,viewers\r\n0,9,\r\n2,3,\r\n')
})
