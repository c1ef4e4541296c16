import type { PlayerHandle } from './playerHandle.ts'

/** Plays a video; it stays paused if the browser blocks autoplay. */
export function play(media: HTMLVideoElement): void {
  media.play?.().catch(() => {})
}

/** Plays from the first frame. */
export function replay(player: PlayerHandle): void {
  player.goTo(0)
  if (player.media.current) play(player.media.current)
}

/** Resolves once the code of a custom element is loaded; at once for a `<video>`. */
export async function whenDefined(media: HTMLVideoElement): Promise<void> {
  if (media.localName.includes('-')) await customElements.whenDefined(media.localName)
}
