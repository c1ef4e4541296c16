/** Ten seconds of server time: the unit in which the log is written, closed and merged. */
export const SLOT_MS = 10_000
export const SLOTS_PER_DAY = 8640

/** Slots `from`..`to` of one lane, both inclusive, of one UTC day. */
export type SlotRange = { from: number; to: number }

/** @param at ms since 1970. */
export function slotOf(at: number): number {
  return Math.floor(at / SLOT_MS)
}

/** @returns ms since 1970. */
export function slotStart(slot: number): number {
  return slot * SLOT_MS
}

/** @returns ms since 1970: the first moment that is no longer in the slot. */
export function slotEnd(slot: number): number {
  return (slot + 1) * SLOT_MS
}

/** @returns days since 1970, UTC. */
export function dayNumber(slot: number): number {
  return Math.floor(slot / SLOTS_PER_DAY)
}

/** The last slot of the same UTC day. */
export function lastSlotOfDay(slot: number): number {
  return (dayNumber(slot) + 1) * SLOTS_PER_DAY - 1
}
