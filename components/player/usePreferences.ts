import { useEffect } from 'react'
import { whenDefined } from './play.ts'
import type { PlayerHandle } from './playerHandle.ts'
import { readPreferences, savePreferences } from './preferences.ts'

const CAPTION_TURNS = [
  'mediatogglesubtitlesrequest',
  'mediashowsubtitlesrequest',
  'mediadisablesubtitlesrequest',
]

/**
 * Speed and captions as somebody chose them in the player last, whatever the video. What a script
 * sets is no choice. media-chrome remembers the volume itself.
 */
export function usePreferences({ media }: PlayerHandle): void {
  useEffect(() => {
    const element = media.current
    const controller = element?.closest('media-controller')
    if (!element || !controller) return
    const done = new AbortController()
    const { signal } = done
    const { rate } = readPreferences()
    if (rate !== 1) void setRate(element, rate, signal)
    if (element instanceof HTMLVideoElement) showCaptions(element, signal)

    controller.addEventListener(
      'mediaplaybackraterequest',
      (event) => event instanceof CustomEvent && savePreferences({ rate: Number(event.detail) }),
      { signal },
    )
    // The controls hear of it, too: what they made of it is known after that.
    const noteCaptions = () =>
      setTimeout(() => savePreferences({ captions: shownLanguage(element) }))
    for (const turn of CAPTION_TURNS) controller.addEventListener(turn, noteCaptions, { signal })
    return () => done.abort()
  }, [media])
}

async function setRate(
  element: HTMLVideoElement,
  rate: number,
  signal: AbortSignal,
): Promise<void> {
  await whenDefined(element)
  if (signal.aborted) return
  // A `<video>` takes this one up again with each source.
  element.defaultPlaybackRate = rate
  element.playbackRate = rate
}

/** Now, and when a track comes later, until somebody chooses otherwise. */
function showCaptions(element: HTMLVideoElement, signal: AbortSignal): void {
  function show() {
    const { captions } = readPreferences()
    if (captions === null || shownLanguage(element) !== null) return
    const track = spokenTracks(element).find(({ language }) => language === captions)
    if (track) track.mode = 'showing'
  }
  show()
  element.textTracks.addEventListener('addtrack', show, { signal })
}

function shownLanguage(element: HTMLVideoElement): string | null {
  return spokenTracks(element).find(({ mode }) => mode === 'showing')?.language ?? null
}

function spokenTracks({ textTracks }: HTMLVideoElement): TextTrack[] {
  return Array.from(textTracks ?? []).filter(({ kind }) => /captions|subtitles/.test(kind))
}
