import type { PlayerHandle } from './playerHandle.ts'

/** Plays; a browser that does not let it leaves it paused. */
export function play(media: HTMLVideoElement): void {
  media.play?.().catch(() => {})
}

/** From the first frame. */
export function replay(player: PlayerHandle): void {
  player.goTo(0)
  if (player.media.current) play(player.media.current)
}

/** The players of other sites can do something when their code is there; a `<video>` always can. */
export async function whenDefined(media: HTMLVideoElement): Promise<void> {
  if (media.localName.includes('-')) await customElements.whenDefined(media.localName)
}
