import type { FrameRate } from '#lib/videos/video.ts'
import { type SeekFacts, SeekStrips } from './SeekStrips.tsx'
import { RATES } from './shortcuts/shortcuts.ts'

type Props = SeekFacts & { title: string; fps: FrameRate }

/** The controls over the picture. */
export function Controls({ title, fps, mostReplayed, seen }: Props) {
  return (
    <div className="player-controls">
      <div className="player-seek">
        <SeekStrips mostReplayed={mostReplayed} seen={seen} fps={fps} />
        <media-time-range className="player-scrubber" />
      </div>
      <media-control-bar className="player-bar">
        <media-play-button />
        <media-time-display showduration="" notoggle="" className="player-time" />
        <span className="player-title">{title}</span>
        <media-mute-button className="player-mute" />
        <media-volume-range className="player-volume" />
        <media-playback-rate-button rates={RATES.join(' ')} className="player-rate" />
        <media-captions-button />
        <media-pip-button className="player-pip" />
        <media-fullscreen-button />
      </media-control-bar>
    </div>
  )
}
