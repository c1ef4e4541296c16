import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readChapters, writeChapters } from './chaptersText.ts'

const fps = { num: 30_000, den: 1001 }
const video = { frames: 10_000, fps }

it('parses a time and a title per line', () => {
  const text = '0:00 Opening\n\n  1:12.5 – The storm \r\n0:02:03 3 – 2 – 1\n'
  expect(readChapters(text, video)).toEqual({
    ok: true,
    chapters: [
      { frame: 0, title: 'Opening' },
      { frame: 2173, title: 'The storm' },
      { frame: 3686, title: '3 – 2 – 1' },
    ],
  })
  expect(readChapters('', video)).toEqual({ ok: true, chapters: [] })
})

it.each([
  ['Opening', /^Line 1: start with a time/],
  ['0:00', /^Line 1: start with a time/],
  ['0:00 One\n12 Two', /^Line 2: start with a time/],
  ['0:75 One', /^Line 1: start with a time/],
  ['0:10 One\n0:05 Two', /^Line 2: this time is not after/],
  ['0:10 One\n0:10.01 Two', /^Line 2: this time is not after/],
  ['5:34 After it', /^Line 1: this time is after the end/],
  [`0:01 ${'x'.repeat(101)}`, /^Line 1: use at most/],
  [
    Array.from({ length: 201 }, (_, at) => `0:${at / 4 < 10 ? '0' : ''}${at / 4} x`).join('\n'),
    /200/,
  ],
])('refuses %j', (text, reason) => {
  expect(readChapters(text, { ...video, frames: 9_990 })).toEqual({
    ok: false,
    reason: expect.stringMatching(reason),
  })
})

it('parses what it formatted to the same frames', () => {
  const rate = fc.constantFrom(fps, { num: 24, den: 1 }, { num: 25, den: 2 }, { num: 60, den: 1 })
  const frames = fc.uniqueArray(fc.nat(2_000_000), { maxLength: 50 })
  fc.assert(
    fc.property(rate, frames, (fps, frames) => {
      const chapters = frames.sort((a, b) => a - b).map((frame) => ({ frame, title: 'A part' }))
      const read = readChapters(writeChapters(chapters, fps), { frames: 2_000_001, fps })
      expect(read).toEqual({ ok: true, chapters })
    }),
  )
})
