import { type RefObject, useEffect } from 'react'
import { startReporting } from '#lib/watch/client/startReporting.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import type { HostPlayer } from './hosts/host.ts'

/** Reports what is watched for as long as the element is mounted. */
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
    const mounted = new AbortController()
    startReporting({ adapter, playback, memberId }, mounted.signal)
    return () => mounted.abort()
  }, [media, host, playback, memberId])
}
