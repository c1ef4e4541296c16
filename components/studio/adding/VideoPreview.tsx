import { useEffect, useRef, useState } from 'react'
import { hostPlayers } from '#components/player/hosts/hostPlayers.ts'
import type { TextTrack } from '#components/player/hosts/shared/Tracks.tsx'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import type { Host } from '#lib/videos/video.ts'
import { readVideoFacts, type VideoFacts } from './readVideoFacts.ts'

type Props = { host: Host; src: string; onRead: (facts: VideoFacts) => void }

const NOMINAL_FPS = { num: 30, den: 1 }
const NO_TRACKS: TextTrack[] = []

/** Shows the video as members will see it, and reads what its host reports about it. */
export function VideoPreview({ host, src, onRead }: Props) {
  const media = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading')
  const reportRead = useRef(onRead)
  reportRead.current = onRead
  const player = hostPlayers[host]
  const { name } = hostFacts[host]

  useEffect(() => {
    const reading = new AbortController()
    const video = media.current
    if (!video) return
    void readVideoFacts(video, player, src, reading.signal).then((facts) => {
      if (reading.signal.aborted) return
      setState(facts ? 'loaded' : 'failed')
      if (facts) reportRead.current(facts)
    })
    return () => reading.abort()
  }, [player, src])

  return (
    <figure className="flex flex-col gap-3">
      <div className="always-dark flex aspect-video overflow-hidden rounded-picture bg-bg">
        <player.Media
          ref={media}
          src={src}
          poster={null}
          title="The video you are adding"
          controls
          startFrame={0}
          fps={NOMINAL_FPS}
          tracks={NO_TRACKS}
        />
      </div>
      <figcaption role="status" className="text-sm text-mute">
        {state === 'loading' ? `Loading the video from ${name}…` : null}
        {state === 'loaded' ? 'Video found. Its length was read from the player.' : null}
        {state === 'failed'
          ? `${name} did not load this video: it may not exist, or not allow embedding. If you are sure that the link is right, enter the length yourself.`
          : null}
      </figcaption>
    </figure>
  )
}
