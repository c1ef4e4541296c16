import { expect, test } from 'vitest'
import type { Highlight } from '#lib/watch/analytics/highlights.ts'
import { describeHighlight } from './describeHighlight.ts'

const fps = { num: 30, den: 1 }
const dropOff: Highlight = { kind: 'left', from: 2_184, to: 2_238, at: 2_184, count: 62, of: 372 }

test('a drop-off has its share of the viewers who came this far', () => {
  expect(describeHighlight(dropOff, true, fps)).toEqual({
    name: 'Drop-off',
    text: '62 of 372 stopped watching here (17\u2009%)',
    time: '1:12.8 – 1:14.6',
  })
})

test('the first replayed part is the most replayed one', () => {
  const peak: Highlight = {
    kind: 'replayed',
    from: 1_236,
    to: 1_348,
    at: 1_290,
    count: 148,
    of: 393,
  }
  expect(describeHighlight(peak, true, fps).name).toBe('Most replayed')
  expect(describeHighlight(peak, false, fps)).toEqual({
    name: 'Replayed',
    text: '541 plays by 393 viewers',
    time: '0:41.2 – 0:44.9',
  })
})

test('a single frame has one time, to the hundredth', () => {
  const frame: Highlight = { kind: 'frame', from: 3_122, to: 3_123, at: 3_122, count: 88, of: 288 }
  expect(describeHighlight(frame, true, fps)).toEqual({
    name: 'Single frame',
    text: 'frame 3,122, 88 plays more than the frames next to it',
    time: '1:44.06',
  })
})

test('one is one', () => {
  const skipped: Highlight = { kind: 'skipped', from: 0, to: 30, at: 0, count: 1, of: 4 }
  expect(describeHighlight(skipped, true, fps).text).toBe('by 1 viewer')
})
