import { runLwt, runOne } from './client.ts'

/** @returns the value the setting has from now on: the first one anybody gave it. */
export async function settleOn(name: string, value: string): Promise<string> {
  const { applied, row } = await runLwt(
    'INSERT INTO settings (name, value) VALUES (?, ?) IF NOT EXISTS',
    [name, value],
  )
  return applied ? value : String(row?.value)
}

/** @returns null for a setting nobody gave a value. */
export async function readSetting(name: string): Promise<string | null> {
  const row = await runOne('SELECT value FROM settings WHERE name = ?', [name])
  return row?.value ?? null
}
