import { type RefObject, useEffect } from 'react'
import { readPreferences } from '#components/player/preferences.ts'
import { focusOf, keyMeant } from './keyPress.ts'
import type { ShortcutActions } from './shortcuts.ts'

/** The keys of the player work in the whole page, unless somebody types or wished otherwise. */
export function useShortcuts(
  player: RefObject<HTMLElement | null>,
  actions: RefObject<ShortcutActions>,
): void {
  useEffect(() => {
    const done = new AbortController()
    function press(event: KeyboardEvent) {
      const media = actions.current.player.media.current
      if (!media || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const { key, repeat } = event
      const isCommand = event.ctrlKey || event.altKey || event.metaKey
      const focus = focusOf(event.composedPath(), key, player.current)
      const meant = keyMeant({ key, repeat, isCommand, focus }, readPreferences().keysEverywhere)
      if (!meant) return
      event.preventDefault()
      meant.act(actions.current, media, key)
    }
    document.addEventListener('keydown', press, { signal: done.signal })
    return () => done.abort()
  }, [player, actions])
}
