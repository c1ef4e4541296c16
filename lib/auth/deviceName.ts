import Bowser from 'bowser'

const { BROWSER_MAP, OS_MAP } = Bowser

/** Names that differ from Bowser's: those by which people know their devices. */
const BROWSER_NAMES: Record<string, string> = {
  [BROWSER_MAP.edge ?? '']: 'Edge',
  [BROWSER_MAP.samsung_internet ?? '']: 'Samsung Internet',
}
const SYSTEM_NAMES: Record<string, string> = {
  [OS_MAP.MacOS ?? '']: 'a Mac',
  [OS_MAP.ChromeOS ?? '']: 'a Chromebook',
}

/** Bowser takes the first word of an unknown agent for its name; no text of a client's is kept. */
const KNOWN_BROWSERS = new Set(Object.values(BROWSER_MAP))
const MAX_AGENT_CHARS = 1000

/**
 * The name of a device as its owner knows it, e.g. `Firefox on Linux`. Nothing else of the
 * User-Agent header is kept.
 */
export function deviceName(userAgent: string | null | undefined): string {
  if (!userAgent) return 'A browser'
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, MAX_AGENT_CHARS))
  const name = browser.name && KNOWN_BROWSERS.has(browser.name) ? browser.name : 'A browser'
  const system =
    platform.model === 'iPhone' || platform.model === 'iPad'
      ? `an ${platform.model}`
      : os.name && (SYSTEM_NAMES[os.name] ?? os.name)
  const shown = BROWSER_NAMES[name] ?? name
  return system ? `${shown} on ${system}` : shown
}
