import { useEffect, useRef, useState } from 'react'
import { hostPlayers } from '#components/player/hosts/hosts.ts'
import type { TextTrack } from '#components/player/hosts/shared/Tracks.tsx'
import { hostFacts } from '#lib/videos/hosts/hosts.ts'
import type { Host } from '#lib/videos/video.ts'
import { readVideoFacts, type VideoFacts } from './readVideoFacts.ts'

type Props = { host: Host; src: string; onRead: (facts: VideoFacts) => void }

const nominal = { num: 30, den: 1 }
const NO_TRACKS: TextTrack[] = []

/** The video as members will see it; what its host tells of it is read on the way. */
export function VideoPreview({ host, src, onRead }: Props) {
  const media = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'reading' | 'read' | 'silent'>('reading')
  const tell = useRef(onRead)
  tell.current = onRead
  const player = hostPlayers[host]
  const { name } = hostFacts[host]

  useEffect(() => {
    const reading = new AbortController()
    const video = media.current
    if (!video) return
    void readVideoFacts(video, player, src, reading.signal).then((facts) => {
      if (reading.signal.aborted) return
      setState(facts ? 'read' : 'silent')
      if (facts) tell.current(facts)
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
          fps={nominal}
          tracks={NO_TRACKS}
        />
      </div>
      <figcaption role="status" className="text-sm text-mute">
        {state === 'reading' ? `Asking ${name} for the video…` : null}
        {state === 'read' ? 'This is the video. Its length was read from it.' : null}
        {state === 'silent'
          ? `${name} shows no video here: there may be none of this name, or it may not be shown on other sites. If you know better, give its length yourself.`
          : null}
      </figcaption>
    </figure>
  )
}
