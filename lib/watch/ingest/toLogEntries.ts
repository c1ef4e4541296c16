import type { LogEntry } from '#db/watchLog.ts'
import type { LogGroup } from '#lib/watch/log/groupCommit.ts'
import { encodePlayed } from '#lib/watch/log/logCodec.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import type { Beacon, Segment } from '#lib/watch/protocol/beacon.ts'
import { MAX_BEACONS_PER_PLAYBACK } from '#lib/watch/protocol/limits.ts'
import type { RefusalName } from '#lib/watch/protocol/refusal.ts'
import type { PlaybackClaims } from './playbackToken.ts'

/**
 * @returns why no player can have sent these, or null. Players may round up to one second past the
 *   end of the video.
 */
export function findImpossible(
  beacons: readonly Beacon[],
  { frames, fps }: PlaybackClaims,
): RefusalName | null {
  const furthest = frames + Math.ceil(fps.num / fps.den)
  for (const { seq, position, segments } of beacons) {
    if (seq >= MAX_BEACONS_PER_PLAYBACK) return 'seq-too-great'
    if (position > furthest) return 'outside-the-video'
    for (const { end } of segments) if (end > furthest) return 'outside-the-video'
  }
  return null
}

/** @param sealedAt ms since 1970; moved to the start of the playback if it is earlier. */
export function toLogGroup(
  beacons: readonly Beacon[],
  claims: PlaybackClaims,
  sealedAt: number,
): LogGroup {
  const lastSlot = slotOf(claims.end - 1)
  const at = Math.max(claims.start, sealedAt)
  return { entries: beacons.map((beacon) => toEntry(beacon, claims, lastSlot, at)), lastSlot }
}

function toEntry(beacon: Beacon, claims: PlaybackClaims, lastSlot: number, at: number): LogEntry {
  const { frames } = claims
  return {
    videoId: claims.videoId,
    viewerId: claims.memberId,
    playbackId: claims.playbackId,
    seq: beacon.seq,
    at,
    position: Math.min(beacon.position, frames),
    ended: beacon.ended,
    segments: encodePlayed({ lastSlot, frames, segments: clip(beacon.segments, frames) }),
  }
}

function clip(segments: readonly Segment[], frames: number): readonly Segment[] {
  if (segments.every(({ end }) => end <= frames)) return segments
  return segments
    .map((segment) => ({ ...segment, end: Math.min(segment.end, frames) }))
    .filter(({ start, end }) => start < end)
}
