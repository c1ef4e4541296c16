/** The viewers' rows of a video are spread over this many partitions. */
export const BUCKETS = 16

/** The partition of a viewer's rows: 32-bit FNV-1a (Fowler, Noll, Vo) of the id, folded to 4 bits. */
export function bucketOf(viewerId: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < viewerId.length; i++)
    hash = Math.imul(hash ^ viewerId.charCodeAt(i), 0x01000193)
  // The low bits of FNV are the weakest: XOR the high half into them.
  return ((hash >>> 16) ^ hash) & (BUCKETS - 1)
}

/** The lane of all of a viewer's rows: a lane consists of whole buckets. */
export function laneOf(viewerId: string, lanes: number): number {
  return bucketOf(viewerId) % lanes
}
