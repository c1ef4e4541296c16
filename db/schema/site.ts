import { DAY_SECONDS, expiring, type Table, UPDATED } from './table.ts'

export const siteTables: Table[] = [
  {
    // Settings of the whole site, such as the number of lanes. Written by conditional statements only.
    name: 'settings',
    columns: { name: 'text', value: 'text' },
    partition: ['name'],
    options: UPDATED,
  },
  {
    // Mails waiting, sent and failed, newest first; a partition per UTC day, `YYYY-MM-DD`. `sealed`
    // is the encrypted mail, deleted once it needs no further try.
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
    options: `${UPDATED} AND ${expiring(30 * DAY_SECONDS)}`,
  },
]
