import { type RefObject, useEffect } from 'react'
import { startReporting } from '#lib/watch/client/startReporting.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import type { HostPlayer } from './hosts/host.ts'

/** Follows the element for as long as it is there; everything ends with one signal. */
export function useReporting(
  media: RefObject<HTMLVideoElement | null>,
  host: HostPlayer,
  playback: PlaybackPage,
  memberId: string,
): void {
  useEffect(() => {
    if (!media.current) return
    const [num, den] = playback.fps
    const adapter = host.adapt(media.current, { num, den })
    const watching = new AbortController()
    startReporting({ adapter, playback, memberId }, watching.signal)
    return () => watching.abort()
  }, [media, host, playback, memberId])
}
