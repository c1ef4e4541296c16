import { type Table, UPDATED } from './table.ts'

export const noteTables: Table[] = [
  {
    // The private notes of a member: no page shows them to other users. At most 5,000 per member.
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
    options: UPDATED,
  },
  {
    // The members who have or had notes on a video, so that removing the video finds them. Buckets
    // as in `viewer_video`.
    name: 'noters',
    columns: { video_id: 'uuid', bucket: 'int', user_id: 'uuid' },
    partition: ['video_id', 'bucket'],
    clustering: ['user_id'],
    options: UPDATED,
  },
]
