import { describe, expect, it } from 'vitest'
import { readByteRange } from './byteRange.ts'

describe('readByteRange', () => {
  it.each([
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=900-', { first: 900, last: 999 }],
    ['bytes=900-4000', { first: 900, last: 999 }],
    ['bytes=-100', { first: 900, last: 999 }],
    ['bytes=-4000', { first: 0, last: 999 }],
    ['bytes=999-999', { first: 999, last: 999 }],
    ['BYTES=0-0', { first: 0, last: 0 }],
  ])('%s', (header, range) => {
    expect(readByteRange(header, 1000)).toEqual(range)
  })

  it.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0'])('%s is unsatisfiable', (header) => {
    expect(readByteRange(header, 1000)).toBe('unsatisfiable')
  })

  it.each([null, '', 'bytes', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=a-b', 'lines=0-9'])(
    '%s requests the whole file',
    (header) => {
      expect(readByteRange(header, 1000)).toBeNull()
    },
  )

  it('sends the whole file for several ranges', () => {
    expect(readByteRange('bytes=0-9,20-29', 1000)).toBeNull()
  })

  it('cannot satisfy any range of an empty file', () => {
    expect(readByteRange('bytes=0-', 0)).toBe('unsatisfiable')
    expect(readByteRange('bytes=-5', 0)).toBe('unsatisfiable')
  })
})
