import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'

/** By playback the player of this document that uses it. */
const players = new Map<string, object>()

/**
 * A playback that no other player of this document has ever used. On back and forward navigation
 * the router shows cached pages, with the playback of an unmounted player: then the page is
 * refreshed to get a new one. A playback offered while this player has its own, as after a refresh
 * for another reason, is ignored, so that the video is not interrupted.
 */
export function useOwnPlayback(offered: PlaybackPage): PlaybackPage {
  const router = useRouter()
  const self = useRef({})
  const [playback, setPlayback] = useState(offered)

  useEffect(() => {
    if (claimPlayback(playback.playbackId, self.current)) return
    const isNew = offered.playbackId !== playback.playbackId
    if (isNew && claimPlayback(offered.playbackId, self.current)) setPlayback(offered)
    else router.refresh()
  }, [playback, offered, router])

  return playback
}

function claimPlayback(playbackId: string, player: object): boolean {
  const owner = players.get(playbackId)
  if (!owner) players.set(playbackId, player)
  return !owner || owner === player
}
