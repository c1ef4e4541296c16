/** How somebody likes to watch, on this device. */
export type Preferences = {
  rate: number
  /** The language of the captions that are on; null: off. */
  captions: string | null
  /** Whether the next video begins by itself. */
  playsNext: boolean
  /** Whether the player's keys work wherever in the page one is. */
  keysEverywhere: boolean
}

const NAME = 'framewise watching'
const usual: Preferences = { rate: 1, captions: null, playsNext: false, keysEverywhere: true }

/** What is not there, or not what it should be, is as usual. */
export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(NAME) ?? '{}')
    const known = Object.entries(usual).map(([name, value]) => {
      const there = kept && typeof kept === 'object' ? Reflect.get(kept, name) : undefined
      return [name, isLike(there, name, value) ? there : value]
    })
    return Object.fromEntries(known)
  } catch {
    return usual
  }
}

export function savePreferences(change: Partial<Preferences>): void {
  try {
    window.localStorage.setItem(NAME, JSON.stringify({ ...readPreferences(), ...change }))
  } catch {
    // A browser that keeps nothing begins anew each time.
  }
}

function isLike(there: unknown, name: string, value: unknown): boolean {
  if (name === 'captions') return there === null || typeof there === 'string'
  if (name === 'rate') return typeof there === 'number' && there >= 0.25 && there <= 4
  return typeof there === typeof value
}
