import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'

/** Which player of this document has which playback. */
const players = new Map<string, object>()

/**
 * A playback that no other player of this document ever had. Going back and forth, the router
 * shows pages it has kept, with the playback of a player that is gone: then the server is asked for
 * a new one. One that is offered while this player has its own, as when the page is refreshed for
 * another reason, is left alone: nobody's video is interrupted.
 */
export function useOwnPlayback(offered: PlaybackPage): PlaybackPage {
  const router = useRouter()
  const self = useRef({})
  const [playback, setPlayback] = useState(offered)

  useEffect(() => {
    if (claim(playback.playbackId, self.current)) return
    if (offered.playbackId !== playback.playbackId && claim(offered.playbackId, self.current)) {
      setPlayback(offered)
    } else {
      router.refresh()
    }
  }, [playback, offered, router])

  return playback
}

function claim(playbackId: string, player: object): boolean {
  const holder = players.get(playbackId)
  if (!holder) players.set(playbackId, player)
  return !holder || holder === player
}
