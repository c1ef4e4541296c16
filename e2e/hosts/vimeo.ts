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
  const options = new URLSearchParams(location.search)
  const subscribed = new Set<string>()
  const post = (message: object) => parent.postMessage(message, '*')

  function emit(event: string, data: object = playbackState()) {
    if (subscribed.has(event)) post({ event, data })
  }
  function playbackState() {
    const { currentTime: seconds = 0, duration = 0 } = video ?? {}
    return { seconds, duration, percent: seconds / duration }
  }
  function emitWithTimeUpdate(event: string) {
    emit('timeupdate')
    emit(event)
  }

  type Methods = Record<string, (value: never) => unknown>
  const methods: Methods = {
    ping: () => undefined,
    addEventListener: ([event]: [string]) => {
      subscribed.add(event)
      if (event === 'loaded' && video.readyState > 0) emit('loaded', { id: 1 })
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
    video.currentTime = Number(options.get('start_time') ?? 0)
    emit('loaded', { id: 1 })
  })
  video.addEventListener('play', () => emit('play'))
  video.addEventListener('playing', () => emit('playing'))
  video.addEventListener('pause', () => video.ended || emit('pause'))
  video.addEventListener('ended', () => emit('ended'))
  video.addEventListener('seeking', () => emitWithTimeUpdate('seeking'))
  video.addEventListener('seeked', () => emitWithTimeUpdate('seeked'))
  video.addEventListener('waiting', () => emit('bufferstart', {}))
  video.addEventListener('canplay', () => emit('bufferend', {}))
  video.addEventListener('volumechange', () => emit('volumechange', { volume: video.volume }))
  video.addEventListener('ratechange', () =>
    emit('playbackratechange', { playbackRate: video.playbackRate }),
  )
  setInterval(() => video.paused || emit('timeupdate'), 250)

  window.addEventListener('message', async ({ data: { method, value } }) => {
    const answer = await methods[method]?.(value as never)
    if (method !== 'addEventListener') post({ method, value: answer })
  })
  post({ event: 'ready' })
}
