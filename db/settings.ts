import { runLwt, runOne, runSerial } from './client.ts'

/** @returns the value the setting has from now on: the first one anybody gave it. */
export async function initSetting(name: string, value: string): Promise<string> {
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

/** The value after every conditional write that was still on its way. */
export async function readSettingSerial(name: string): Promise<string | null> {
  const row = await runSerial('SELECT value FROM settings WHERE name = ?', [name])
  return row?.value ?? null
}

/** @returns whether it still had the value `from` and has `to` now. */
export async function replaceSetting(name: string, from: string, to: string): Promise<boolean> {
  const query = 'UPDATE settings SET value = ? WHERE name = ? IF value = ?'
  return (await runLwt(query, [to, name, from])).applied
}
