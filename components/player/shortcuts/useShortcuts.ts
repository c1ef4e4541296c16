import { type RefObject, useEffect } from 'react'
import { readPreferences } from '#components/player/preferences.ts'
import { findShortcut, focusOf } from './findShortcut.ts'
import type { ShortcutActions } from './shortcuts.ts'

/** Keyboard shortcuts in the whole page, or only in the player if the viewer has chosen so. */
export function useShortcuts(
  player: RefObject<HTMLElement | null>,
  actions: RefObject<ShortcutActions>,
): void {
  useEffect(() => {
    const mounted = new AbortController()
    function handleKey(event: KeyboardEvent) {
      const media = actions.current.player.media.current
      if (!media || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const { key, repeat: isRepeat } = event
      const isCommand = event.ctrlKey || event.altKey || event.metaKey
      const focus = focusOf(event.composedPath(), key, player.current)
      const shortcut = findShortcut(
        { key, isRepeat, isCommand, focus },
        readPreferences().keysEverywhere,
      )
      if (!shortcut) return
      event.preventDefault()
      shortcut.run(actions.current, media, key)
    }
    document.addEventListener('keydown', handleKey, { signal: mounted.signal })
    return () => mounted.abort()
  }, [player, actions])
}
