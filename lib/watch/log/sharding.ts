/** Viewers' rows of a video are spread over this many partitions. */
export const BUCKETS = 16

/** The partition of a viewer's rows: FNV-1a over the text of the id, so any id spreads. */
export function bucketOf(viewerId: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < viewerId.length; i++)
    hash = Math.imul(hash ^ viewerId.charCodeAt(i), 0x01000193)
  // The low bits of FNV are its weakest: fold the high ones in.
  return ((hash >>> 16) ^ hash) & (BUCKETS - 1)
}

/** The lane all of a viewer's rows travel in: one merger owns whole partitions. */
export function laneOf(viewerId: string, lanes: number): number {
  return bucketOf(viewerId) % lanes
}
