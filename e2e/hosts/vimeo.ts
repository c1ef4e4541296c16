import type { BrowserContext } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { fulfillPlayer, fulfillVideo } from './fulfill.ts'

const VIDEO = 'https://player.vimeo.com/progressive/video.mp4'

/** Answers for Vimeo with a clip: the embedded player, which communicates by messages. */
export async function answerAsVimeo(context: BrowserContext, { file }: Clip): Promise<void> {
  await context.route('https://player.vimeo.com/video/*', (route) =>
    fulfillPlayer(route, VIDEO, bePlayer),
  )
  await context.route(VIDEO, (route) => fulfillVideo(route, file))
}

function bePlayer() {
  const video = document.querySelector('video')
  if (!video) throw new Error('no video')
  const wishes = new URLSearchParams(location.search)
  const subscribed = new Set<string>()
  const post = (message: object) => parent.postMessage(message, '*')

  function tell(event: string, data: object = whereItIs()) {
    if (subscribed.has(event)) post({ event, data })
  }
  function whereItIs() {
    const { currentTime: seconds = 0, duration = 0 } = video ?? {}
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
      if (event === 'loaded' && video.readyState > 0) tell('loaded', { id: 1 })
    },
    play: () => video.play(),
    pause: () => video.pause(),
    getCurrentTime: () => video.currentTime,
    getDuration: () => video.duration,
    getMuted: () => video.muted,
    getVolume: () => video.volume,
    getVideoTitle: () => 'A video at Vimeo',
    getTextTracks: () => [
      { label: 'Deutsch', language: 'de', kind: 'subtitles', mode: 'disabled' },
    ],
    setCurrentTime: (seconds: number) => {
      video.currentTime = seconds
      return seconds
    },
    setPlaybackRate: (rate: number) => {
      video.playbackRate = rate
      return rate
    },
    setMuted: (muted: boolean) => {
      video.muted = muted
      return muted
    },
    setVolume: (volume: number) => {
      video.volume = volume
      return volume
    },
  }

  video.addEventListener('loadedmetadata', () => {
    video.currentTime = Number(wishes.get('start_time') ?? 0)
    tell('loaded', { id: 1 })
  })
  video.addEventListener('play', () => tell('play'))
  video.addEventListener('playing', () => tell('playing'))
  video.addEventListener('pause', () => video.ended || tell('pause'))
  video.addEventListener('ended', () => tell('ended'))
  video.addEventListener('seeking', () => tellTwice('seeking'))
  video.addEventListener('seeked', () => tellTwice('seeked'))
  video.addEventListener('waiting', () => tell('bufferstart', {}))
  video.addEventListener('canplay', () => tell('bufferend', {}))
  video.addEventListener('volumechange', () => tell('volumechange', { volume: video.volume }))
  video.addEventListener('ratechange', () =>
    tell('playbackratechange', { playbackRate: video.playbackRate }),
  )
  setInterval(() => video.paused || tell('timeupdate'), 250)

  window.addEventListener('message', async ({ data: { method, value } }) => {
    const answer = await methods[method]?.(value as never)
    if (method !== 'addEventListener') post({ method, value: answer })
  })
  post({ event: 'ready' })
}
