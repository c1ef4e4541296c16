import type { HostPlayer, VideoDescription } from '#components/player/hosts/host.ts'

/** What a video that can be played tells; `seconds` is its length. */
export type VideoFacts = VideoDescription & { seconds: number }

/** ms after which a host that says nothing is taken to have nothing to say. */
const METADATA_TIMEOUT_MS = 20_000
const METADATA_EVENTS = ['loadedmetadata', 'durationchange', 'loadcomplete', 'progress']

/** @returns null when no video came, or no length of one */
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
    const done = new AbortController()
    const until = AbortSignal.any([signal, done.signal, AbortSignal.timeout(METADATA_TIMEOUT_MS)])
    const end = (seconds: number | null) => {
      resolve(seconds)
      done.abort()
    }
    const look = () => {
      const { duration } = media
      if (Number.isFinite(duration) && duration > 0) end(duration)
    }
    for (const type of METADATA_EVENTS) media.addEventListener(type, look, { signal: until })
    media.addEventListener('error', () => end(null), { signal: until })
    until.addEventListener('abort', () => resolve(null))
    look()
  })
}
