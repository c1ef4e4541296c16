import { run, runAll } from './client.ts'

/** One part of a sealed range; all parts are written before any row refers to the id. */
export async function insertSnapshotPart(id: string, part: number, rows: Buffer): Promise<void> {
  await run('INSERT INTO merge_input (id, part, rows) VALUES (?, ?, ?)', [id, part, rows])
}

export async function readSnapshotParts(id: string): Promise<Buffer[]> {
  const rows = await runAll('SELECT rows FROM merge_input WHERE id = ?', [id])
  return rows.map((row) => row.rows)
}

/** Of a merged range. One that a crash leaves behind expires. */
export async function deleteSnapshot(id: string): Promise<void> {
  await run('DELETE FROM merge_input WHERE id = ?', [id])
}
