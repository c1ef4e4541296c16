/**
 * Calls `onSeek` at every write to an element's `currentTime`, before it takes effect, whichever
 * code makes it: the seek events of players in cross-origin frames come late, never, or are wrong.
 * @param media a custom element with a `currentTime`, which may not be defined yet
 * @param onSeek gets the target in seconds
 */
export function interceptSeeks(
  media: HTMLElement,
  onSeek: (seconds: number) => void,
  signal: AbortSignal,
): void {
  customElements.whenDefined(media.localName).then(() => {
    const time = findProperty(media, 'currentTime')
    if (signal.aborted || !time) return
    Object.defineProperty(media, 'currentTime', {
      configurable: true,
      get: () => time.get?.call(media),
      set(seconds: number) {
        onSeek(seconds)
        time.set?.call(media, seconds)
      },
    })
    signal.addEventListener('abort', () => Reflect.deleteProperty(media, 'currentTime'))
  })
}

function findProperty(object: object, name: string): PropertyDescriptor | undefined {
  for (let owner = Object.getPrototypeOf(object); owner; owner = Object.getPrototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, name)
    if (property) return property
  }
  return undefined
}
