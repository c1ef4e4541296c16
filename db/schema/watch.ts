import { DAY_SECONDS, type Table, timeWindowed, UPDATED } from './table.ts'

/** How long a beacon stays in the log: the curves of days can be rebuilt that far back. */
export const LOG_TTL_SECONDS = 30 * DAY_SECONDS

/** Ids repeat from slot to slot, and only large chunks hold several slots. */
const REPETITIVE = "compression = {'class': 'ZstdCompressor', 'chunk_length_in_kb': 128}"

export const watchTables: Table[] = [
  {
    // The beacons, written by ingest; a partition per slot and lane. `at` is the server's time.
    name: 'watch_log',
    columns: {
      slot: 'int',
      lane: 'int',
      video_id: 'uuid',
      viewer_id: 'uuid',
      playback_id: 'uuid',
      seq: 'int',
      at: 'timestamp',
      position: 'int',
      ended: 'boolean',
      segments: 'blob',
    },
    partition: ['slot', 'lane'],
    clustering: ['video_id', 'viewer_id', 'playback_id', 'seq'],
    options: `${timeWindowed(24, LOG_TTL_SECONDS)} AND ${REPETITIVE}`,
  },
  {
    // The state of each lane, changed by conditional statements of the lease's owner only. Columns
    // and the names in the code: planned_to = sealedTo, input = snapshot, upto_slot = mergedTo.
    name: 'lanes',
    columns: {
      lane: 'int',
      owner: 'text',
      epoch: 'int',
      lease_until: 'timestamp',
      closed_to: 'int',
      planned_to: 'int',
      input: 'uuid',
      upto_slot: 'int',
    },
    partition: ['lane'],
    options: UPDATED,
  },
  {
    // Snapshots of sealed ranges, in parts: see db/mergeSnapshots.ts. Deleted after the merge.
    name: 'merge_input',
    columns: { id: 'uuid', part: 'int', rows: 'blob' },
    partition: ['id'],
    clustering: ['part'],
    options: timeWindowed(24, LOG_TTL_SECONDS),
  },
  {
    // What each viewer has watched of a video, written by merges; a video's viewers are spread over
    // 16 buckets. `day_runs` are the runs of the latest day alone, `merged` the beacons counted.
    name: 'viewer_video',
    columns: {
      video_id: 'uuid',
      bucket: 'int',
      viewer_id: 'uuid',
      runs: 'blob',
      day: 'text',
      day_runs: 'blob',
      merged: 'blob',
      position: 'int',
      covered: 'int',
      plays: 'int',
      completed_at: 'timestamp',
      last_at: 'timestamp',
    },
    partition: ['video_id', 'bucket'],
    clustering: ['viewer_id'],
    options: UPDATED,
  },
  {
    // The counts per frame of a period (`all` or a UTC day), written by merges: a partition per lane,
    // a row per 4,096 frames. The row of chunk -1 holds the totals and mergedTo, in `upto_slot`.
    name: 'video_curve',
    columns: {
      video_id: 'uuid',
      period: 'text',
      lane: 'int',
      chunk: 'int',
      plays: 'blob',
      viewers: 'blob',
      upto_slot: 'int',
      views: 'bigint',
      frames_played: 'bigint',
      viewers_total: 'bigint',
      completions: 'bigint',
    },
    partition: ['video_id', 'period', 'lane'],
    clustering: ['chunk'],
    options: UPDATED,
  },
  {
    // The progress of a member in each video, written by merges: see db/watchProgress.ts.
    name: 'shelf',
    columns: {
      user_id: 'uuid',
      video_id: 'uuid',
      position: 'int',
      covered: 'int',
      completed_at: 'timestamp',
      last_at: 'timestamp',
      // When the member cleared it from their history; merges do not write this column. The row with
      // the nil UUID as its video is for all videos.
      cleared_at: 'timestamp',
    },
    partition: ['user_id'],
    clustering: ['video_id'],
    options: UPDATED,
  },
  {
    // Requested and finished removals: see db/removals.ts. Finished ones have a TTL.
    name: 'removals',
    columns: {
      kind: 'text',
      id: 'uuid',
      slot: 'int',
      since: 'int',
      lanes: 'set<int>',
      finished_at: 'timestamp',
    },
    partition: ['kind'],
    clustering: ['id'],
    options: UPDATED,
  },
]
