import { DAY_SECONDS, expiring, type Table, UPDATED } from './table.ts'

export const videoTables: Table[] = [
  {
    // One row per video, present, archived or being removed.
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
      // JSON, as are captions and sources.
      chapters: 'text',
      captions: 'text',
      poster: 'text',
      sources: 'text',
      status: 'text',
      added_by: 'uuid',
      added_at: 'timestamp',
      // Null while the video is listed for members.
      archived_at: 'timestamp',
      // Ids of the video that replaced this one, and of the one this one replaced.
      replaced_by: 'uuid',
      replaces: 'uuid',
    },
    partition: ['video_id'],
    options: UPDATED,
  },
  {
    // Makes a host's id of a video unique: INSERT IF NOT EXISTS claims it.
    name: 'videos_by_host',
    columns: { host: 'text', host_id: 'text', video_id: 'uuid' },
    partition: ['host', 'host_id'],
    options: UPDATED,
  },
  {
    // The listing of the library. Videos are shown by descending `place`; null until an owner moves
    // the video, and then counts as `added_at` in ms. One partition, `library`.
    name: 'videos_by_shelf',
    columns: { shelf: 'text', added_at: 'timestamp', video_id: 'uuid', place: 'double' },
    partition: ['shelf'],
    clustering: ['added_at', 'video_id'],
    descending: ['added_at'],
    options: UPDATED,
  },
  {
    // Transcoding jobs: see db/transcodingJobs.ts. The name is of an earlier version. A partition
    // each, because conditional writes to one partition contend; read by scanning the table.
    name: 'film_jobs',
    columns: {
      job_id: 'uuid',
      title: 'text',
      file_name: 'text',
      size: 'bigint',
      added_by: 'uuid',
      // The id of the video that the new one replaces.
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
    options: `${UPDATED} AND ${expiring(30 * DAY_SECONDS)}`,
  },
  {
    name: 'collections',
    columns: {
      collection_id: 'uuid',
      title: 'text',
      description: 'text',
      visibility: 'text',
      // Whether a video is locked until those before it are completed.
      sequential: 'boolean',
      added_at: 'timestamp',
    },
    partition: ['collection_id'],
    options: UPDATED,
  },
  {
    // The videos of a collection in their order, written as a whole.
    name: 'collection_videos',
    columns: { collection_id: 'uuid', position: 'int', video_id: 'uuid' },
    partition: ['collection_id'],
    clustering: ['position'],
    options: UPDATED,
  },
  {
    // An index of `collection_videos` that may hold too many rows: readers check each collection.
    name: 'collections_by_video',
    columns: { video_id: 'uuid', collection_id: 'uuid' },
    partition: ['video_id'],
    clustering: ['collection_id'],
    options: UPDATED,
  },
]
