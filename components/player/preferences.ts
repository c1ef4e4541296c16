/** A viewer's settings on this device. */
export type Preferences = {
  rate: number
  /** The language of the captions; null if they are off. */
  captions: string | null
  /** Whether the next video plays automatically. */
  playsNext: boolean
  /** Whether keyboard shortcuts work wherever the focus is in the page. */
  keysEverywhere: boolean
}

const STORAGE_KEY = 'framewise watching'
const defaults: Preferences = { rate: 1, captions: null, playsNext: false, keysEverywhere: true }

/** A missing or invalid setting has its default. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? '{}')
    const valid = Object.entries(defaults).map(([name, value]) => {
      const setting = stored && typeof stored === 'object' ? Reflect.get(stored, name) : undefined
      return [name, isValid(setting, name, value) ? setting : value]
    })
    return Object.fromEntries(valid)
  } catch {
    return defaults
  }
}

export function savePreferences(change: Partial<Preferences>): void {
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...readPreferences(), ...change }))
  } catch {
    // Storage is forbidden or full: the settings last as long as the page.
  }
}

function isValid(setting: unknown, name: string, value: unknown): boolean {
  if (name === 'captions') return setting === null || typeof setting === 'string'
  if (name === 'rate') return typeof setting === 'number' && setting >= 0.25 && setting <= 4
  return typeof setting === typeof value
}
