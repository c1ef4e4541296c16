import { useState } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { momentLink } from './momentLink.ts'
import type { PlayerHandle } from './playerHandle.ts'
import { heatWords, type SeekFacts, seenWords } from './SeekStrips.tsx'
import { useTheatre } from './Theatre.tsx'

type Props = SeekFacts & { player: PlayerHandle; videoId: string; showKeys(): void }

/** What belongs to the player and is not over the picture. */
export function PlayerTools({ player, videoId, heat, seen, showKeys }: Props) {
  const { isWide, toggle } = useTheatre()
  const peak = heat?.peak ?? null
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <p className="flex flex-wrap gap-x-4 text-xs text-mute">
        {peak === null ? null : (
          <button
            type="button"
            onClick={() => player.goTo(peak)}
            className="underline underline-offset-4 hover:text-text"
          >
            {heatWords({ peak }, player.fps)}
          </button>
        )}
        {seen.length > 0 ? <span>{seenWords(seen)}</span> : null}
      </p>
      <div className="-mx-2 flex flex-wrap items-center gap-x-2">
        <CopyLink player={player} videoId={videoId} />
        <Button kind="plain" aria-pressed={isWide} onClick={toggle} className="max-lg:hidden">
          Wide player
        </Button>
        <Button kind="plain" onClick={showKeys} className="max-sm:hidden">
          Keys
        </Button>
      </div>
    </div>
  )
}

function CopyLink({ player, videoId }: { player: PlayerHandle; videoId: string }) {
  const [said, setSaid] = useState('')

  async function copy() {
    const frame = player.frame()
    const link = new URL(momentLink(videoId, frame), window.location.href).href
    try {
      await navigator.clipboard.writeText(link)
      setSaid(`Copied: ${formatFrameTime(frame, player.fps, 2)}`)
    } catch {
      // On plain http a page may not: then it can be copied by hand.
      setSaid(link)
    }
  }

  return (
    <>
      <Button kind="plain" onClick={copy}>
        Copy link to this moment
      </Button>
      <span role="status" className="figures text-xs break-all text-mute">
        {said}
      </span>
    </>
  )
}
