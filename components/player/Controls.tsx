/** What lies over the picture: where one is, and the few things to do about it. */
export function Controls({ title }: { title: string }) {
  return (
    <div className="player-controls">
      <media-time-range className="player-scrubber" />
      <media-control-bar className="player-bar">
        <media-play-button />
        <media-time-display showduration="" notoggle="" className="player-time" />
        <span className="player-title">{title}</span>
        <media-mute-button className="player-mute" />
        <media-volume-range className="player-volume" />
        <media-playback-rate-button rates="0.5 0.75 1 1.25 1.5 2" className="player-rate" />
        <media-captions-button />
        <media-pip-button className="player-pip" />
        <media-fullscreen-button />
      </media-control-bar>
    </div>
  )
}
