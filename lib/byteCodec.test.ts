import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteReader, ByteWriter } from './byteCodec.ts'

it('gives back every number, uuid and byte in the order they were written', () => {
  const part = fc.oneof(
    fc.record({ kind: fc.constant('varint' as const), value: fc.maxSafeNat() }),
    fc.record({
      kind: fc.constant('zigzag' as const),
      value: fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
    }),
    fc.record({ kind: fc.constant('uuid' as const), value: fc.uuid() }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const writer = new ByteWriter()
      for (const { kind, value } of parts) {
        if (kind === 'uuid') writer.uuid(value)
        else writer[kind](value)
      }
      const reader = new ByteReader(writer.finish())
      expect(parts.map(({ kind }) => reader[kind]())).toEqual(parts.map(({ value }) => value))
      expect(reader.done).toBe(true)
    }),
  )
})

it('writes small numbers in one byte', () => {
  expect(new ByteWriter().varint(127).finish()).toHaveLength(1)
  expect(new ByteWriter().varint(128).finish()).toHaveLength(2)
})

it('refuses what is not a natural number', () => {
  for (const value of [-1, 0.5, Number.NaN, 2 ** 53])
    expect(() => new ByteWriter().varint(value)).toThrow(RangeError)
})

it('says so when the bytes end too early or never end', () => {
  expect(() => new ByteReader(Buffer.from([0x80])).varint()).toThrow(RangeError)
  expect(() => new ByteReader(Buffer.alloc(15)).uuid()).toThrow(RangeError)
  expect(() => new ByteReader(Buffer.alloc(20, 0xff)).varint()).toThrow(RangeError)
  expect(() => new ByteReader(Buffer.from([2])).expectVersion(1)).toThrow(RangeError)
})
