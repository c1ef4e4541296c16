import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeTimestamp, operationTimestamp } from './mergeTimestamp.ts'

const slot = fc.integer({ min: 190_000_000, max: 191_000_000 })
const epoch = fc.integer({ min: 0, max: 4_000_000 })

it('lets a later range win, and of one range the later owner', () => {
  fc.assert(
    fc.property(slot, epoch, epoch, (to, one, other) => {
      const first = mergeTimestamp({ from: to, to }, one)
      expect(mergeTimestamp({ from: to + 1, to: to + 1 }, other)).toBeGreaterThan(first)
      expect(mergeTimestamp({ from: to, to }, one + 1)).toBeGreaterThan(first)
      expect(mergeTimestamp({ from: to, to }, one)).toBe(first)
    }),
  )
})

it('puts an operation after every merge before it, before every merge after it', () => {
  fc.assert(
    fc.property(slot, epoch, epoch, (mergedTo, one, other) => {
      const operation = operationTimestamp(mergedTo, one)
      expect(operation).toBeGreaterThan(mergeTimestamp({ from: mergedTo, to: mergedTo }, other))
      expect(operation).toBeLessThan(
        mergeTimestamp({ from: mergedTo + 1, to: mergedTo + 1 }, other),
      )
      expect(operationTimestamp(mergedTo, one + 1)).toBeGreaterThan(operation)
    }),
  )
})
