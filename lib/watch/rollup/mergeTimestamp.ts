import { SLOT_MS, type SlotRange, slotEnd } from '#lib/watch/log/slot.ts'

/**
 * When the writes of a merge count as made, in microseconds. The same range merged again by the
 * same owner says the same; by the next owner it overwrites; whoever wakes up late with an older
 * range or epoch loses.
 */
export function mergeTimestamp({ to }: SlotRange, epoch: number): bigint {
  return BigInt(slotEnd(to)) * 1000n + BigInt(epoch)
}

/**
 * When what is done to a lane between two ranges counts as done: after every merge up to `mergedTo`
 * and before every later one, whoever does them; by the next owner, later.
 */
export function operationTimestamp(mergedTo: number, epoch: number): bigint {
  return BigInt(slotEnd(mergedTo) + SLOT_MS / 2) * 1000n + BigInt(epoch)
}
