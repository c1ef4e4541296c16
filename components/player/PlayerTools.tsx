import { useState } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { frameLink } from './frameLink.ts'
import type { PlayerHandle } from './playerHandle.ts'
import { mostReplayedLabel, type SeekFacts, seenLabel } from './SeekStrips.tsx'
import { useTheater } from './Theater.tsx'

type Props = SeekFacts & { player: PlayerHandle; videoId: string; showShortcuts(): void }

/** The buttons and texts beneath the picture. */
export function PlayerTools({ player, videoId, mostReplayed, seen, showShortcuts }: Props) {
  const { isWide, toggle } = useTheater()
  const peak = mostReplayed?.peak ?? null
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <p className="flex flex-wrap gap-x-4 text-xs text-mute">
        {peak === null ? null : (
          <button
            type="button"
            onClick={() => player.goTo(peak)}
            className="underline underline-offset-4 hover:text-text"
          >
            {mostReplayedLabel({ peak }, player.fps)}
          </button>
        )}
        {seen.length > 0 ? <span>{seenLabel(seen)}</span> : null}
      </p>
      <div className="-mx-2 flex flex-wrap items-center gap-x-2">
        <CopyLink player={player} videoId={videoId} />
        <Button kind="plain" aria-pressed={isWide} onClick={toggle} className="max-lg:hidden">
          Theater mode
        </Button>
        <Button kind="plain" onClick={showShortcuts} className="max-sm:hidden">
          Keyboard shortcuts
        </Button>
      </div>
    </div>
  )
}

function CopyLink({ player, videoId }: { player: PlayerHandle; videoId: string }) {
  const [message, setMessage] = useState('')

  async function copy() {
    const frame = player.frame()
    const link = new URL(frameLink(videoId, frame), window.location.href).href
    try {
      await navigator.clipboard.writeText(link)
      setMessage(`Copied: ${formatFrameTime(frame, player.fps, 2)}`)
    } catch {
      // There is no clipboard on plain http. The link is shown, to be copied by hand.
      setMessage(link)
    }
  }

  return (
    <>
      <Button kind="plain" onClick={copy}>
        Copy link at current time
      </Button>
      <span role="status" className="figures text-xs break-all text-mute">
        {message}
      </span>
    </>
  )
}
