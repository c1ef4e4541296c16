import { useEffect } from 'react'
import type { FilmHandle } from './filmHandle.ts'
import { recall, remember } from './remembered.ts'

const CAPTION_TURNS = [
  'mediatogglesubtitlesrequest',
  'mediashowsubtitlesrequest',
  'mediadisablesubtitlesrequest',
]

/**
 * Speed and captions as somebody chose them in the player last, whatever the film. What a script
 * sets is no choice. media-chrome remembers the volume itself.
 */
export function useLikings({ media }: FilmHandle): void {
  useEffect(() => {
    const film = media.current
    const controller = film?.closest('media-controller')
    if (!film || !controller) return
    const done = new AbortController()
    const { signal } = done
    const { rate } = recall()
    if (rate !== 1) void setRate(film, rate, signal)
    if (film instanceof HTMLVideoElement) showCaptions(film, signal)

    controller.addEventListener(
      'mediaplaybackraterequest',
      (event) => event instanceof CustomEvent && remember({ rate: Number(event.detail) }),
      { signal },
    )
    // The controls hear of it, too: what they made of it is known after that.
    const noteCaptions = () => setTimeout(() => remember({ captions: shownLanguage(film) }))
    for (const turn of CAPTION_TURNS) controller.addEventListener(turn, noteCaptions, { signal })
    return () => done.abort()
  }, [media])
}

async function setRate(film: HTMLVideoElement, rate: number, signal: AbortSignal): Promise<void> {
  // The players of other sites are there when their code is.
  if (film.localName.includes('-')) await customElements.whenDefined(film.localName)
  if (signal.aborted) return
  // A `<video>` takes this one up again with each source.
  film.defaultPlaybackRate = rate
  film.playbackRate = rate
}

/** Now, and when a track comes later, until somebody chooses otherwise. */
function showCaptions(film: HTMLVideoElement, signal: AbortSignal): void {
  function show() {
    const { captions } = recall()
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
