import { shortcuts } from './shortcuts.ts'

/** What is known of a key that was pressed. */
export type KeyPress = {
  key: string
  /** Held down. */
  repeat: boolean
  /** With Ctrl, Alt or Meta: the browser's. */
  isCommand: boolean
  focus: Focus
}

/**
 * Where the focus is.
 * - `typing`: where letters are written
 * - `control`: on something that space and the arrows are for, like a button or a slider
 * - `idle`: nowhere, or on the player itself
 */
export type Focus = { kind: 'typing' | 'control' | 'idle'; isInPlayer: boolean }

/** The entry of `keys` that is meant; undefined when the key is somebody else's. */
export function keyMeant({ key, repeat, isCommand, focus }: KeyPress, isEverywhere: boolean) {
  if (isCommand || focus.kind === 'typing') return undefined
  if (!isEverywhere && !focus.isInPlayer) return undefined
  const name = key.length === 1 ? key.toLowerCase() : key
  const meant = shortcuts.find((each) => each.keys.includes(name))
  if (!meant || (repeat && !meant.repeats)) return undefined
  if (meant.reach === 'player' && !focus.isInPlayer) return undefined
  const isShared = name === ' ' || name.startsWith('Arrow')
  if (isShared && focus.kind === 'control') return undefined
  return meant
}

/** Boxes and sliders are typed into with a few keys only. */
const NOT_TYPED = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file']
const CONTROLS =
  'button, a[href], summary, input, [role="button"], [role="slider"], [role="switch"], [role="menuitem"]'

/** media-chrome's parts say themselves which keys they use. */
type Part = Element & { keysUsed?: string[] }

/** @param path of a key event, the innermost first */
export function focusOf(path: EventTarget[], key: string, player: Element | null): Focus {
  const isInPlayer = player !== null && path.includes(player)
  const elements = path.filter((each) => each instanceof Element) as Part[]
  const [inner] = elements
  if (!inner || inner === document.body) return { kind: 'idle', isInPlayer }
  if (isTypedInto(inner)) return { kind: 'typing', isInPlayer }
  const isItsOwn = elements.some(({ keysUsed }) => keysUsed?.includes(key))
  // An arrow moves no button.
  const isArrow = key.startsWith('Arrow')
  const isSlider = inner.matches('input, [role="slider"]')
  const isControl = isItsOwn || (isArrow ? isSlider : inner.matches(CONTROLS))
  return { kind: isControl ? 'control' : 'idle', isInPlayer }
}

function isTypedInto(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TYPED.includes(element.type)
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element.matches('textarea, select')
}
