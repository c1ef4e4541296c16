import { shortcuts } from './shortcuts.ts'

export type KeyPress = {
  key: string
  /** Whether the key is held down. */
  isRepeat: boolean
  /** With Ctrl, Alt or Meta, which are the browser's shortcuts. */
  isCommand: boolean
  focus: Focus
}

/**
 * Where the focus is.
 * - `typing`: in a text field
 * - `control`: on an element that uses space or the arrow keys, like a button or a slider
 * - `idle`: nowhere, or on the player itself
 */
export type Focus = { kind: 'typing' | 'control' | 'idle'; isInPlayer: boolean }

/** @returns the shortcut for a key press; undefined if the key has another meaning there */
export function findShortcut({ key, isRepeat, isCommand, focus }: KeyPress, isEverywhere: boolean) {
  if (isCommand || focus.kind === 'typing') return undefined
  if (!isEverywhere && !focus.isInPlayer) return undefined
  const name = key.length === 1 ? key.toLowerCase() : key
  const shortcut = shortcuts.find((each) => each.keys.includes(name))
  if (!shortcut || (isRepeat && !shortcut.isRepeatable)) return undefined
  if (shortcut.scope === 'player' && !focus.isInPlayer) return undefined
  const isShared = name === ' ' || name.startsWith('Arrow')
  if (isShared && focus.kind === 'control') return undefined
  return shortcut
}

/** Types of `<input>` that take no text. */
const NON_TEXT_INPUTS = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file']
const CONTROLS =
  'button, a[href], summary, input, [role="button"], [role="slider"], [role="switch"], [role="menuitem"]'

/** Elements of media-chrome list the keys they use. */
type MediaChromeElement = Element & { keysUsed?: string[] }

/** @param path the composed path of a key event, innermost first */
export function focusOf(path: EventTarget[], key: string, player: Element | null): Focus {
  const isInPlayer = player !== null && path.includes(player)
  const elements = path.filter((each) => each instanceof Element) as MediaChromeElement[]
  const [inner] = elements
  if (!inner || inner === document.body) return { kind: 'idle', isInPlayer }
  if (isTextField(inner)) return { kind: 'typing', isInPlayer }
  const isUsed = elements.some(({ keysUsed }) => keysUsed?.includes(key))
  // Buttons do not use the arrow keys.
  const isArrow = key.startsWith('Arrow')
  const isSlider = inner.matches('input, [role="slider"]')
  const isControl = isUsed || (isArrow ? isSlider : inner.matches(CONTROLS))
  return { kind: isControl ? 'control' : 'idle', isInPlayer }
}

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NON_TEXT_INPUTS.includes(element.type)
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element.matches('textarea, select')
}
