import { run } from './client.ts'

/** The names of the devices a user has logged in with in the last 400 days. */
export async function readDevices(userId: string): Promise<string[]> {
  const rows = await run('SELECT device FROM devices WHERE user_id = ?', [userId])
  return rows.map(({ device }) => device)
}

/** Each write renews the TTL of 400 days. */
export async function writeDevice(userId: string, device: string, at: Date): Promise<void> {
  await run('INSERT INTO devices (user_id, device, seen_at) VALUES (?, ?, ?)', [userId, device, at])
}

export async function deleteDevices(userId: string): Promise<void> {
  await run('DELETE FROM devices WHERE user_id = ?', [userId])
}
