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
    name: 'videos',
    columns: {
      video_id: 'uuid',
      host: 'text',
      host_id: 'text',
      title: 'text',
      description: 'text',
      frames: 'int',
      fps_num: 'int',
      fps_den: 'int',
      precision: 'text',
      visibility: 'text',
      chapters: 'text',
      poster: 'text',
      sources: 'text',
      status: 'text',
      added_by: 'uuid',
      added_at: 'timestamp',
    },
    partition: ['video_id'],
    options: updated,
  },
  {
    name: 'videos_by_host',
    columns: { host: 'text', host_id: 'text', video_id: 'uuid' },
    partition: ['host', 'host_id'],
    options: updated,
  },
  {
    name: 'videos_by_shelf',
    columns: { shelf: 'text', added_at: 'timestamp', video_id: 'uuid' },
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
    options: windowed(24, LOG_TTL_SECONDS),
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
    },
    partition: ['user_id'],
    clustering: ['video_id'],
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
