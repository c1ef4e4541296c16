import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameAfterKey, frameUnderPointer } from './cursorMoves.ts'

const video = { frames: 3_600, framesPerSecond: 30 }

describe('keys', () => {
  test.each([
    ['ArrowRight', false, 101],
    ['ArrowLeft', false, 99],
    ['ArrowRight', true, 130],
    ['ArrowLeft', true, 70],
    ['PageUp', false, 400],
    ['PageDown', false, 0],
    ['Home', false, 0],
    ['End', false, 3_599],
  ])('%s, Shift %s: from 100 to %d', (key, shift, frame) => {
    expect(frameAfterKey(key, shift, 100, video)).toBe(frame)
  })

  test('other keys do nothing', () => {
    expect(frameAfterKey('Tab', false, 100, video)).toBeNull()
    expect(frameAfterKey('constructor', false, 100, video)).toBeNull()
  })

  test('a second of video is whole frames', () => {
    const ntsc = { frames: 3_600, framesPerSecond: 30_000 / 1_001 }
    expect(frameAfterKey('ArrowRight', true, 0, ntsc)).toBe(30)
  })

  test('it stays within the video', () => {
    expect(frameAfterKey('ArrowRight', true, 3_599, video)).toBe(3_599)
    expect(frameAfterKey('ArrowLeft', false, 0, video)).toBe(0)
  })
})

describe('the pointer', () => {
  test('finds the spike that is drawn under it', () => {
    const plays = new Array<number>(3_600).fill(10)
    plays[3_122] = 98
    const pixel = Math.floor((3_122 / 3_600) * 1_160)
    expect(frameUnderPointer((pixel + 0.5) / 1_160, 1_160, plays)).toBe(3_122)
  })

  test('is always on a frame of the video', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.nat(2_000),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 3_000, size: 'max' }),
        (share, pixels, plays) => {
          const frame = frameUnderPointer(share, pixels, plays)
          expect(Number.isInteger(frame)).toBe(true)
          expect(frame).toBeGreaterThanOrEqual(0)
          expect(frame).toBeLessThan(plays.length)
        },
      ),
    )
  })
})
