/** The events by which the buttons of media-chrome change the player. */
type MediaRequest =
  | 'mediamuterequest'
  | 'mediaunmuterequest'
  | 'mediavolumerequest'
  | 'mediaplaybackraterequest'
  | 'mediatogglesubtitlesrequest'
  | 'mediaenterfullscreenrequest'
  | 'mediaexitfullscreenrequest'
  | 'mediaenterpiprequest'
  | 'mediaexitpiprequest'

/** Dispatches a request as a button of the controls would, once they are loaded. */
export async function dispatchMediaRequest(
  media: Element,
  type: MediaRequest,
  detail?: unknown,
): Promise<void> {
  await customElements.whenDefined('media-controller')
  const event = new CustomEvent(type, { bubbles: true, composed: true, detail })
  media.closest('media-controller')?.dispatchEvent(event)
}
