import { DAY_SECONDS, expiring, type Table, timeWindowed, UPDATED } from './table.ts'

export const authTables: Table[] = [
  {
    // One row per log-in on one browser. Each write sets a TTL past the end of the session.
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
    options: UPDATED,
  },
  {
    // Links in mails that confirm an address or reset a password, by the hash of their token. Each
    // row has a TTL.
    name: 'email_tokens',
    columns: {
      token_hash: 'text',
      user_id: 'uuid',
      email: 'text',
      purpose: 'text',
      expires_at: 'timestamp',
      consumed_at: 'timestamp',
      consumed_by: 'uuid',
      // The name and password of the sign-up that the token confirms.
      name: 'text',
      password_hash: 'text',
    },
    partition: ['token_hash'],
    options: UPDATED,
  },
  {
    // The newest token of a user for each purpose: older ones are void. Each row has a TTL.
    name: 'latest_token',
    columns: { user_id: 'uuid', purpose: 'text', token_hash: 'text' },
    partition: ['user_id'],
    clustering: ['purpose'],
    options: UPDATED,
  },
  {
    // Requested changes of address, newest first. Each row has a TTL.
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
    options: UPDATED,
  },
  {
    // Attempts that are rate limited: `kind` is the limit, `key` an address or a user. Each row has
    // the limit's window as its TTL.
    name: 'attempts',
    columns: { kind: 'text', key: 'text', at: 'timeuuid' },
    partition: ['kind', 'key'],
    clustering: ['at'],
    options: timeWindowed(1, DAY_SECONDS),
  },
  {
    // The security log of an account, newest first; `month` is `YYYY-MM` in UTC.
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
    options: timeWindowed(24 * 7, 400 * DAY_SECONDS),
  },
  {
    // Devices a user has logged in with; a log-in from another one sends a mail.
    name: 'devices',
    columns: { user_id: 'uuid', device: 'text', seen_at: 'timestamp' },
    partition: ['user_id'],
    clustering: ['device'],
    options: `${UPDATED} AND ${expiring(400 * DAY_SECONDS)}`,
  },
]
