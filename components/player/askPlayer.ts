/** What media-chrome is asked, as its own buttons ask it. */
type Request =
  | 'mediamuterequest'
  | 'mediaunmuterequest'
  | 'mediavolumerequest'
  | 'mediaplaybackraterequest'
  | 'mediatogglesubtitlesrequest'
  | 'mediaenterfullscreenrequest'
  | 'mediaexitfullscreenrequest'
  | 'mediaenterpiprequest'
  | 'mediaexitpiprequest'

/** Asks the player's controls for something, as soon as they are there. */
export async function askPlayer(media: Element, type: Request, detail?: unknown): Promise<void> {
  await customElements.whenDefined('media-controller')
  const event = new CustomEvent(type, { bubbles: true, composed: true, detail })
  media.closest('media-controller')?.dispatchEvent(event)
}
