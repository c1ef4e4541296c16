import type { RefObject } from 'react'

/** A substitute for the controls until they are loaded. */
export function PlayButton({ media }: { media: RefObject<HTMLVideoElement | null> }) {
  return (
    <button
      type="button"
      aria-label="Play"
      className="player-play"
      onClick={() => media.current?.play?.().catch(() => {})}
    >
      <svg viewBox="0 0 24 24" width="28" height="28" fill="currentColor" aria-hidden="true">
        <path d="M8 5v14l11-7z" />
      </svg>
    </button>
  )
}
