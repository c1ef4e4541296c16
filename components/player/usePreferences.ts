import { useEffect } from 'react'
import { whenDefined } from './play.ts'
import type { FilmHandle } from './playerHandle.ts'
import { readPreferences, savePreferences } from './preferences.ts'

const CAPTION_TURNS = [
  'mediatogglesubtitlesrequest',
  'mediashowsubtitlesrequest',
  'mediadisablesubtitlesrequest',
]

/**
 * Speed and captions as somebody chose them in the player last, whatever the film. What a script
 * sets is no choice. media-chrome remembers the volume itself.
 */
export function usePreferences({ media }: FilmHandle): void {
  useEffect(() => {
    const film = media.current
    const controller = film?.closest('media-controller')
    if (!film || !controller) return
    const done = new AbortController()
    const { signal } = done
    const { rate } = readPreferences()
    if (rate !== 1) void setRate(film, rate, signal)
    if (film instanceof HTMLVideoElement) showCaptions(film, signal)

    controller.addEventListener(
      'mediaplaybackraterequest',
      (event) => event instanceof CustomEvent && savePreferences({ rate: Number(event.detail) }),
      { signal },
    )
    // The controls hear of it, too: what they made of it is known after that.
    const noteCaptions = () => setTimeout(() => savePreferences({ captions: shownLanguage(film) }))
    for (const turn of CAPTION_TURNS) controller.addEventListener(turn, noteCaptions, { signal })
    return () => done.abort()
  }, [media])
}

async function setRate(film: HTMLVideoElement, rate: number, signal: AbortSignal): Promise<void> {
  await whenDefined(film)
  if (signal.aborted) return
  // A `<video>` takes this one up again with each source.
  film.defaultPlaybackRate = rate
  film.playbackRate = rate
}

/** Now, and when a track comes later, until somebody chooses otherwise. */
function showCaptions(film: HTMLVideoElement, signal: AbortSignal): void {
  function show() {
    const { captions } = readPreferences()
    if (captions === null || shownLanguage(film) !== null) return
    const track = spokenTracks(film).find(({ language }) => language === captions)
    if (track) track.mode = 'showing'
  }
  show()
  film.textTracks.addEventListener('addtrack', show, { signal })
}

function shownLanguage(film: HTMLVideoElement): string | null {
  return spokenTracks(film).find(({ mode }) => mode === 'showing')?.language ?? null
}

function spokenTracks({ textTracks }: HTMLVideoElement): TextTrack[] {
  return Array.from(textTracks ?? []).filter(({ kind }) => /captions|subtitles/.test(kind))
}
