import type { SlotRange } from '#lib/watch/aggregate/mergeViewer.ts'
import { SLOT_MS, slotEnd } from '#lib/watch/log/slot.ts'

/**
 * When the writes of a merge count as made, in microseconds. The same range merged again by the
 * same owner says the same; by the next owner it overwrites; whoever wakes up late with an older
 * range or epoch loses.
 */
export function mergeTime({ to }: SlotRange, epoch: number): bigint {
  return BigInt(slotEnd(to)) * 1000n + BigInt(epoch)
}

/**
 * When what is done to a lane between two ranges counts as done: after every merge up to `uptoSlot`
 * and before every later one, whoever does them; by the next owner, later.
 */
export function operationTime(uptoSlot: number, epoch: number): bigint {
  return BigInt(slotEnd(uptoSlot) + SLOT_MS / 2) * 1000n + BigInt(epoch)
}
