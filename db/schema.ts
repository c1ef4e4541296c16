/** One table, as data: `sync.ts` makes it, the tests compare it, people read it. */
export type Table = {
  name: string
  /** Column name -> CQL type, in the order they are created. */
  columns: Record<string, string>
  partition: string[]
  clustering?: string[]
  /** Clustering columns that are sorted the other way round. */
  descending?: string[]
  /** The `WITH` clause less the clustering order. */
  options?: string
}

const DAY = 86_400
const updated = "compaction = {'class': 'UnifiedCompactionStrategy'}"
/** Only where every row has a TTL and none is updated: whole files expire at once. */
const windowed = (hours: number, ttl: number) =>
  `compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', ` +
  `'compaction_window_size': ${hours}} AND default_time_to_live = ${ttl}`

export const LOG_TTL_SECONDS = 30 * DAY

/** Ids come again from slot to slot: chunks that span several find them. */
const packed = "compression = {'class': 'ZstdCompressor', 'chunk_length_in_kb': 128}"

export const tables: Table[] = [
  {
    name: 'users',
    columns: {
      user_id: 'uuid',
      email: 'text',
      name: 'text',
      password_hash: 'text',
      role: 'text',
      email_verified_at: 'timestamp',
      session_epoch: 'int',
      disabled_at: 'timestamp',
      created_at: 'timestamp',
    },
    partition: ['user_id'],
    options: updated,
  },
  {
    name: 'users_by_email',
    columns: { email: 'text', user_id: 'uuid' },
    partition: ['email'],
    options: updated,
  },
  {
    name: 'sessions',
    columns: {
      user_id: 'uuid',
      session_id: 'uuid',
      created_at: 'timestamp',
      last_seen_at: 'timestamp',
      expires_at: 'timestamp',
      remember: 'boolean',
      device: 'text',
      address: 'text',
      revoked_at: 'timestamp',
    },
    partition: ['user_id'],
    clustering: ['session_id'],
    options: updated,
  },
  {
    name: 'email_tokens',
    columns: {
      token_hash: 'text',
      user_id: 'uuid',
      email: 'text',
      purpose: 'text',
      expires_at: 'timestamp',
      consumed_at: 'timestamp',
      consumed_by: 'uuid',
      // Of the sign-up it confirms.
      name: 'text',
      password_hash: 'text',
    },
    partition: ['token_hash'],
    options: updated,
  },
  {
    name: 'latest_token',
    columns: { user_id: 'uuid', purpose: 'text', token_hash: 'text' },
    partition: ['user_id'],
    clustering: ['purpose'],
    options: updated,
  },
  {
    name: 'email_changes',
    columns: {
      user_id: 'uuid',
      change_id: 'timeuuid',
      from_email: 'text',
      to_email: 'text',
      session_epoch: 'int',
      undone_at: 'timestamp',
    },
    partition: ['user_id'],
    clustering: ['change_id'],
    descending: ['change_id'],
    options: updated,
  },
  {
    name: 'invitations',
    columns: {
      site: 'text',
      id: 'timeuuid',
      email: 'text',
      invited_by: 'uuid',
      accepted_at: 'timestamp',
    },
    partition: ['site'],
    clustering: ['id'],
    descending: ['id'],
    options: updated,
  },
  {
    name: 'departures',
    columns: {
      site: 'text',
      user_id: 'uuid',
      email: 'text',
      delete_at: 'timestamp',
      begun_at: 'timestamp',
    },
    partition: ['site'],
    clustering: ['user_id'],
    options: updated,
  },
  {
    name: 'attempts',
    columns: { kind: 'text', key: 'text', at: 'timeuuid' },
    partition: ['kind', 'key'],
    clustering: ['at'],
    options: windowed(1, DAY),
  },
  {
    name: 'auth_events',
    columns: {
      user_id: 'uuid',
      month: 'text',
      at: 'timeuuid',
      kind: 'text',
      address: 'text',
      device: 'text',
    },
    partition: ['user_id', 'month'],
    clustering: ['at'],
    descending: ['at'],
    options: windowed(24 * 7, 400 * DAY),
  },
  {
    name: 'devices',
    columns: { user_id: 'uuid', device: 'text', seen_at: 'timestamp' },
    partition: ['user_id'],
    clustering: ['device'],
    options: `${updated} AND default_time_to_live = ${400 * DAY}`,
  },
  {
    name: 'member_days',
    columns: { day: 'text', user_id: 'uuid' },
    partition: ['day'],
    clustering: ['user_id'],
    options: windowed(24, 40 * DAY),
  },
  {
    name: 'mail_log',
    columns: {
      day: 'text',
      id: 'timeuuid',
      recipient: 'text',
      subject: 'text',
      state: 'text',
      reason: 'text',
      tries: 'int',
      next_at: 'timestamp',
      sealed: 'blob',
      bounce: 'text',
    },
    partition: ['day'],
    clustering: ['id'],
    descending: ['id'],
    options: `${updated} AND default_time_to_live = ${30 * DAY}`,
  },
  {
    name: 'videos',
    columns: {
      video_id: 'uuid',
      host: 'text',
      host_id: 'text',
      host_key: 'text',
      title: 'text',
      description: 'text',
      frames: 'int',
      fps_num: 'int',
      fps_den: 'int',
      precision: 'text',
      visibility: 'text',
      // As JSON, like captions and sources.
      chapters: 'text',
      captions: 'text',
      poster: 'text',
      sources: 'text',
      status: 'text',
      added_by: 'uuid',
      added_at: 'timestamp',
      // Null while members find it.
      archived_at: 'timestamp',
      // Videos: the one that took its place, and the one whose place it took.
      replaced_by: 'uuid',
      replaces: 'uuid',
    },
    partition: ['video_id'],
    options: updated,
  },
  {
    name: 'film_jobs',
    columns: {
      job_id: 'uuid',
      title: 'text',
      file_name: 'text',
      size: 'bigint',
      added_by: 'uuid',
      // The video whose place the video takes when it is made.
      replaces: 'uuid',
      created_at: 'timestamp',
      state: 'text',
      step: 'text',
      progress: 'float',
      tries: 'int',
      reason: 'text',
      worker: 'uuid',
      lease_until: 'timestamp',
    },
    partition: ['job_id'],
    options: `${updated} AND default_time_to_live = ${30 * DAY}`,
  },
  {
    name: 'videos_by_host',
    columns: { host: 'text', host_id: 'text', video_id: 'uuid' },
    partition: ['host', 'host_id'],
    options: updated,
  },
  {
    name: 'videos_by_shelf',
    // The greatest place stands first; null until an owner moves the video: then `added_at` in ms.
    columns: { shelf: 'text', added_at: 'timestamp', video_id: 'uuid', place: 'double' },
    partition: ['shelf'],
    clustering: ['added_at', 'video_id'],
    descending: ['added_at'],
    options: updated,
  },
  {
    name: 'collections',
    columns: {
      collection_id: 'uuid',
      title: 'text',
      description: 'text',
      visibility: 'text',
      // Whether a video opens when those before it are finished.
      sequential: 'boolean',
      added_at: 'timestamp',
    },
    partition: ['collection_id'],
    options: updated,
  },
  {
    name: 'collection_videos',
    columns: { collection_id: 'uuid', position: 'int', video_id: 'uuid' },
    partition: ['collection_id'],
    clustering: ['position'],
    options: updated,
  },
  {
    // Names every collection that holds the video, and maybe some that did: ask `collection_videos`.
    name: 'collections_by_video',
    columns: { video_id: 'uuid', collection_id: 'uuid' },
    partition: ['video_id'],
    clustering: ['collection_id'],
    options: updated,
  },
  {
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
    options: `${windowed(24, LOG_TTL_SECONDS)} AND ${packed}`,
  },
  {
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
    options: updated,
  },
  {
    name: 'merge_input',
    columns: { id: 'uuid', part: 'int', rows: 'blob' },
    partition: ['id'],
    clustering: ['part'],
    options: windowed(24, LOG_TTL_SECONDS),
  },
  {
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
    options: updated,
  },
  {
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
    options: updated,
  },
  {
    name: 'shelf',
    columns: {
      user_id: 'uuid',
      video_id: 'uuid',
      position: 'int',
      covered: 'int',
      completed_at: 'timestamp',
      last_at: 'timestamp',
      // The member's own; merges leave it alone. The row of no video is for all of them.
      cleared_at: 'timestamp',
    },
    partition: ['user_id'],
    clustering: ['video_id'],
    options: updated,
  },
  {
    // A member's own: no page shows them to anybody else.
    name: 'notes',
    columns: {
      user_id: 'uuid',
      video_id: 'uuid',
      frame: 'int',
      note_id: 'uuid',
      text: 'text',
      created_at: 'timestamp',
    },
    partition: ['user_id'],
    clustering: ['video_id', 'frame', 'note_id'],
    options: updated,
  },
  {
    // Who has, or had, notes of a video, so that removing it finds them; the bucket as in viewer_video.
    name: 'noters',
    columns: { video_id: 'uuid', bucket: 'int', user_id: 'uuid' },
    partition: ['video_id', 'bucket'],
    clustering: ['user_id'],
    options: updated,
  },
  {
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
    options: updated,
  },
  {
    name: 'settings',
    columns: { name: 'text', value: 'text' },
    partition: ['name'],
    options: updated,
  },
]
