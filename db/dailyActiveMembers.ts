import { run } from './client.ts'

/** Records that a user was active on a UTC day. @param day `YYYY-MM-DD` */
export async function insertMemberDay(day: string, userId: string): Promise<void> {
  await run('INSERT INTO member_days (day, user_id) VALUES (?, ?)', [day, userId])
}

/** The ids of users active on a UTC day. @param limit at most 5,000 */
export async function readMemberDay(day: string, limit: number): Promise<string[]> {
  const rows = await run('SELECT user_id FROM member_days WHERE day = ? LIMIT ?', [day, limit])
  return rows.map((row) => String(row.user_id))
}
