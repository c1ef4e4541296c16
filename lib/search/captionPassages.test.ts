import { expect, it } from 'vitest'
import type { Cue } from '#lib/transcoding/webVtt.ts'
import { splitIntoPassages } from './captionPassages.ts'

const video = { frames: 300, fps: { num: 30000, den: 1001 }, sources: null }
const cue = (from: number, ...text: string[]): Cue => ({ from, to: from + 1, settings: '', text })

it('maps the start of a cue to its frame by media time', () => {
  const cues = [cue(0, 'a'), cue(1.001, 'b'), cue(99, 'c')]
  expect(
    splitIntoPassages(cues, video)
      .flat()
      .map(({ frame }) => frame),
  ).toEqual([0, 30, 299])
  const later = { mp4: null, hls: null, t0: 1.001, storyboard: null }
  const shifted = splitIntoPassages(cues, { ...video, sources: later }).flat()
  expect(shifted.map(({ frame }) => frame)).toEqual([0, 0, 299])
})

it('keeps the displayed text, and joins lines up to the length of a passage', () => {
  const [first, ...others] = splitIntoPassages(
    [
      cue(0, '<i>Salt</i> &amp; water', 'mixed'),
      cue(1, ' '),
      cue(2, 'x'.repeat(300)),
      cue(3, 'on'),
    ],
    video,
  )
  expect(first?.map(({ text }) => text.slice(0, 18))).toEqual([
    'Salt & water mixed',
    'x'.repeat(18),
  ])
  expect(others).toEqual([[{ frame: 89, text: 'on' }]])
})
