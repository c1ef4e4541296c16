import { DAY_SECONDS, type Table, timeWindowed, UPDATED } from './table.ts'

export const accountTables: Table[] = [
  {
    // One row per user. Written by conditional statements only: see db/users.ts.
    name: 'users',
    columns: {
      user_id: 'uuid',
      email: 'text',
      name: 'text',
      password_hash: 'text',
      role: 'text',
      email_verified_at: 'timestamp',
      // Incremented to end every session that was created before.
      session_epoch: 'int',
      disabled_at: 'timestamp',
      created_at: 'timestamp',
    },
    partition: ['user_id'],
    options: UPDATED,
  },
  {
    // Makes addresses unique: INSERT IF NOT EXISTS claims one, for a time when it has a TTL.
    name: 'users_by_email',
    columns: { email: 'text', user_id: 'uuid' },
    partition: ['email'],
    options: UPDATED,
  },
  {
    // Open and accepted invitations, newest first. One partition: few, and each row has a TTL of days.
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
    options: UPDATED,
  },
  {
    // Accounts whose deletion was requested. One partition: few, and deleted after a day.
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
    options: UPDATED,
  },
  {
    // The users who logged in or used a session on a UTC day, `YYYY-MM-DD`.
    name: 'member_days',
    columns: { day: 'text', user_id: 'uuid' },
    partition: ['day'],
    clustering: ['user_id'],
    options: timeWindowed(24, 40 * DAY_SECONDS),
  },
]
