/**
 * Tells of every wish to go elsewhere in the moment it is made, whoever makes it: what players in
 * frames of other sites say about seeks comes late, or never, or is not true.
 * @param media a custom element that has a `currentTime`, or will have one when it is defined
 */
export function interceptSeeks(
  media: HTMLElement,
  act: (seconds: number) => void,
  signal: AbortSignal,
): void {
  customElements.whenDefined(media.localName).then(() => {
    const time = findProperty(media, 'currentTime')
    if (signal.aborted || !time) return
    Object.defineProperty(media, 'currentTime', {
      configurable: true,
      get: () => time.get?.call(media),
      set(seconds: number) {
        act(seconds)
        time.set?.call(media, seconds)
      },
    })
    signal.addEventListener('abort', () => Reflect.deleteProperty(media, 'currentTime'))
  })
}

function findProperty(object: object, name: string): PropertyDescriptor | undefined {
  for (let owner = Object.getPrototypeOf(object); owner; owner = Object.getPrototypeOf(owner)) {
    const found = Object.getOwnPropertyDescriptor(owner, name)
    if (found) return found
  }
  return undefined
}
