import { type RefObject, useEffect } from 'react'
import { focusOf, keyMeant } from './keyPress.ts'
import type { Doings } from './keys.ts'
import { recall } from './remembered.ts'

/** The keys of the player work in the whole page, unless somebody types or wished otherwise. */
export function useKeys(player: RefObject<HTMLElement | null>, doings: RefObject<Doings>): void {
  useEffect(() => {
    const done = new AbortController()
    function press(event: KeyboardEvent) {
      const media = doings.current.film.media.current
      if (!media || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const { key, repeat } = event
      const isCommand = event.ctrlKey || event.altKey || event.metaKey
      const focus = focusOf(event.composedPath(), key, player.current)
      const meant = keyMeant({ key, repeat, isCommand, focus }, recall().keysEverywhere)
      if (!meant) return
      event.preventDefault()
      meant.act(doings.current, media, key)
    }
    document.addEventListener('keydown', press, { signal: done.signal })
    return () => done.abort()
  }, [player, doings])
}
