import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameAfterKey, frameUnderPointer } from './cursorMoves.ts'

const film = { frames: 3_600, framesPerSecond: 30 }

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
    expect(frameAfterKey(key, shift, 100, film)).toBe(frame)
  })

  test('others are left to the page', () => {
    expect(frameAfterKey('Tab', false, 100, film)).toBeNull()
    expect(frameAfterKey('constructor', false, 100, film)).toBeNull()
  })

  test('a second of film is whole frames', () => {
    const ntsc = { frames: 3_600, framesPerSecond: 30_000 / 1_001 }
    expect(frameAfterKey('ArrowRight', true, 0, ntsc)).toBe(30)
  })

  test('it stays within the film', () => {
    expect(frameAfterKey('ArrowRight', true, 3_599, film)).toBe(3_599)
    expect(frameAfterKey('ArrowLeft', false, 0, film)).toBe(0)
  })
})

describe('the pointer', () => {
  test('finds the spike that is drawn under it', () => {
    const plays = new Array<number>(3_600).fill(10)
    plays[3_122] = 98
    const pixel = Math.floor((3_122 / 3_600) * 1_160)
    expect(frameUnderPointer((pixel + 0.5) / 1_160, 1_160, plays)).toBe(3_122)
  })

  test('is always on a frame of the film', () => {
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
