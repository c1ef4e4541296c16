import { SLOT_MS, type SlotRange, slotEnd } from '#lib/watch/log/slot.ts'

/**
 * The timestamp of a merge's writes, in microseconds: the end of the range plus the epoch. The same
 * owner repeating a range writes the same cells again; the next owner overwrites them; the late
 * writes of an earlier range or epoch lose.
 */
export function mergeTimestamp({ to }: SlotRange, epoch: number): bigint {
  return BigInt(slotEnd(to)) * 1000n + BigInt(epoch)
}

/**
 * The timestamp of an operation between two ranges (removal, rebuild), in microseconds: greater than
 * that of every merge up to `mergedTo` and smaller than that of every later one, in any epoch below
 * 5,000,000; the next owner's is greater.
 */
export function operationTimestamp(mergedTo: number, epoch: number): bigint {
  return BigInt(slotEnd(mergedTo) + SLOT_MS / 2) * 1000n + BigInt(epoch)
}
