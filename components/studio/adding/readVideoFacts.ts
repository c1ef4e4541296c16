import type { HostPlayer, VideoDescription } from '#components/player/hosts/host.ts'

/** What the host's player reports about a video; `seconds` is its length. */
export type VideoFacts = VideoDescription & { seconds: number }

const METADATA_TIMEOUT_MS = 20_000
const METADATA_EVENTS = ['loadedmetadata', 'durationchange', 'loadcomplete', 'progress']

/** @returns null when the video does not load or has no length, within `METADATA_TIMEOUT_MS` */
export async function readVideoFacts(
  media: HTMLVideoElement,
  host: HostPlayer,
  src: string,
  signal: AbortSignal,
): Promise<VideoFacts | null> {
  const seconds = await waitForLength(media, signal)
  if (seconds === null || signal.aborted) return null
  return { seconds, ...(await host.describe(media, src)) }
}

function waitForLength(media: HTMLVideoElement, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve) => {
    const settled = new AbortController()
    const end = AbortSignal.any([signal, settled.signal, AbortSignal.timeout(METADATA_TIMEOUT_MS)])
    const settle = (seconds: number | null) => {
      resolve(seconds)
      settled.abort()
    }
    const checkDuration = () => {
      const { duration } = media
      if (Number.isFinite(duration) && duration > 0) settle(duration)
    }
    for (const type of METADATA_EVENTS) media.addEventListener(type, checkDuration, { signal: end })
    media.addEventListener('error', () => settle(null), { signal: end })
    end.addEventListener('abort', () => resolve(null))
    checkDuration()
  })
}
