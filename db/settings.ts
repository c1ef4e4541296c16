import { runLwt, runOne, runSerial } from './client.ts'

/** Sets a setting that has no value yet. @returns its value, which may be an earlier one. */
export async function initSetting(name: string, value: string): Promise<string> {
  const { applied, row } = await runLwt(
    'INSERT INTO settings (name, value) VALUES (?, ?) IF NOT EXISTS',
    [name, value],
  )
  return applied ? value : String(row?.value)
}

/** @returns null for a setting without a value. */
export async function readSetting(name: string): Promise<string | null> {
  const row = await runOne('SELECT value FROM settings WHERE name = ?', [name])
  return row?.value ?? null
}

/** The value after completing conditional writes in progress. */
export async function readSettingSerial(name: string): Promise<string | null> {
  const row = await runSerial('SELECT value FROM settings WHERE name = ?', [name])
  return row?.value ?? null
}

/** Compare and set. @returns false when the value was not `from`; it is then unchanged. */
export async function replaceSetting(name: string, from: string, to: string): Promise<boolean> {
  const query = 'UPDATE settings SET value = ? WHERE name = ? IF value = ?'
  return (await runLwt(query, [to, name, from])).applied
}
