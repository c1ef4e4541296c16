import type { BrowserContext } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { fulfillFilm, fulfillPlayer } from './fulfill.ts'

const FILM = 'https://player.vimeo.com/progressive/film.mp4'

/** Answers for Vimeo with a clip: the player it embeds, which is spoken with in messages. */
export async function answerAsVimeo(context: BrowserContext, { file }: Clip): Promise<void> {
  await context.route('https://player.vimeo.com/video/*', (route) =>
    fulfillPlayer(route, FILM, bePlayer),
  )
  await context.route(FILM, (route) => fulfillFilm(route, file))
}

function bePlayer() {
  const film = document.querySelector('video')
  if (!film) throw new Error('no film')
  const wishes = new URLSearchParams(location.search)
  const subscribed = new Set<string>()
  const post = (message: object) => parent.postMessage(message, '*')

  function tell(event: string, data: object = whereItIs()) {
    if (subscribed.has(event)) post({ event, data })
  }
  function whereItIs() {
    const { currentTime: seconds = 0, duration = 0 } = film ?? {}
    return { seconds, duration, percent: seconds / duration }
  }
  function tellTwice(event: string) {
    tell('timeupdate')
    tell(event)
  }

  type Methods = Record<string, (value: never) => unknown>
  const methods: Methods = {
    ping: () => undefined,
    addEventListener: ([event]: [string]) => {
      subscribed.add(event)
      if (event === 'loaded' && film.readyState > 0) tell('loaded', { id: 1 })
    },
    play: () => film.play(),
    pause: () => film.pause(),
    getCurrentTime: () => film.currentTime,
    getDuration: () => film.duration,
    getMuted: () => film.muted,
    getVolume: () => film.volume,
    getVideoTitle: () => 'A film at Vimeo',
    getTextTracks: () => [
      { label: 'Deutsch', language: 'de', kind: 'subtitles', mode: 'disabled' },
    ],
    setCurrentTime: (seconds: number) => {
      film.currentTime = seconds
      return seconds
    },
    setPlaybackRate: (rate: number) => {
      film.playbackRate = rate
      return rate
    },
    setMuted: (muted: boolean) => {
      film.muted = muted
      return muted
    },
    setVolume: (volume: number) => {
      film.volume = volume
      return volume
    },
  }

  film.addEventListener('loadedmetadata', () => {
    film.currentTime = Number(wishes.get('start_time') ?? 0)
    tell('loaded', { id: 1 })
  })
  film.addEventListener('play', () => tell('play'))
  film.addEventListener('playing', () => tell('playing'))
  film.addEventListener('pause', () => film.ended || tell('pause'))
  film.addEventListener('ended', () => tell('ended'))
  film.addEventListener('seeking', () => tellTwice('seeking'))
  film.addEventListener('seeked', () => tellTwice('seeked'))
  film.addEventListener('waiting', () => tell('bufferstart', {}))
  film.addEventListener('canplay', () => tell('bufferend', {}))
  film.addEventListener('volumechange', () => tell('volumechange', { volume: film.volume }))
  film.addEventListener('ratechange', () =>
    tell('playbackratechange', { playbackRate: film.playbackRate }),
  )
  setInterval(() => film.paused || tell('timeupdate'), 250)

  window.addEventListener('message', async ({ data: { method, value } }) => {
    const answer = await methods[method]?.(value as never)
    if (method !== 'addEventListener') post({ method, value: answer })
  })
  post({ event: 'ready' })
}
