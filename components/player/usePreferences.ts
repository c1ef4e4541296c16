import { useEffect } from 'react'
import { whenDefined } from './play.ts'
import type { PlayerHandle } from './playerHandle.ts'
import { readPreferences, savePreferences } from './preferences.ts'

const CAPTION_REQUESTS = [
  'mediatogglesubtitlesrequest',
  'mediashowsubtitlesrequest',
  'mediadisablesubtitlesrequest',
]

/**
 * Applies the speed and captions chosen last, in any video, and saves the next choice. Only requests
 * of the controls are choices, not what a script sets. media-chrome saves the volume itself.
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
    // After the controls have handled the request.
    const saveCaptions = () =>
      setTimeout(() => savePreferences({ captions: shownLanguage(element) }))
    for (const type of CAPTION_REQUESTS) controller.addEventListener(type, saveCaptions, { signal })
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
  // A `<video>` returns to this one with each source.
  element.defaultPlaybackRate = rate
  element.playbackRate = rate
}

/** Turns captions on in the preferred language, also if their track is added later. */
function showCaptions(element: HTMLVideoElement, signal: AbortSignal): void {
  function showPreferred() {
    const { captions } = readPreferences()
    if (captions === null || shownLanguage(element) !== null) return
    const track = captionTracks(element).find(({ language }) => language === captions)
    if (track) track.mode = 'showing'
  }
  showPreferred()
  element.textTracks.addEventListener('addtrack', showPreferred, { signal })
}

function shownLanguage(element: HTMLVideoElement): string | null {
  return captionTracks(element).find(({ mode }) => mode === 'showing')?.language ?? null
}

function captionTracks({ textTracks }: HTMLVideoElement): TextTrack[] {
  return Array.from(textTracks ?? []).filter(({ kind }) => /captions|subtitles/.test(kind))
}
