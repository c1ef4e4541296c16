import type { BrowserContext } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { fulfillPlayer, fulfillScript, fulfillVideo } from './fulfill.ts'

const WIDGET = 'https://www.youtube.com/s/player/stand-in/www-widgetapi.vflset/www-widgetapi.js'
const VIDEO = 'https://www.youtube-nocookie.com/videoplayback'

/** Answers for YouTube with a clip: the script for pages that embed, what that loads, the player. */
export async function answerAsYoutube(context: BrowserContext, { file }: Clip): Promise<void> {
  await context.route('https://www.youtube.com/iframe_api', (route) =>
    fulfillScript(route, loadApi),
  )
  await context.route(WIDGET, (route) => fulfillScript(route, beWidget))
  await context.route('https://www.youtube-nocookie.com/embed/*', (route) =>
    fulfillPlayer(route, VIDEO, bePlayer),
  )
  await context.route(VIDEO, (route) => fulfillVideo(route, file))
}

/** As `iframe_api`: it only loads the script that implements the player's protocol. */
function loadApi() {
  const script = document.createElement('script')
  script.src = 'https://www.youtube.com/s/player/stand-in/www-widgetapi.vflset/www-widgetapi.js'
  document.head.append(script)
}

/** As `www-widgetapi.js`: it sends commands, receives deliveries, and interpolates the clock. */
function beWidget() {
  type Info = Record<string, unknown> & {
    playerState: number
    currentTime: number
    currentTimeLastUpdated_: number
    playbackRate: number
    duration: number
    videoLoadedFraction: number
    volume: number
    muted: boolean
    options?: Record<string, Record<string, unknown>>
  }
  type Handler = (event: { target: Player; data: unknown }) => void

  class Player {
    frame: HTMLIFrameElement
    info: Partial<Info> = {}
    handlers = new Map<string, Handler[]>()
    timer = 0

    constructor(frame: HTMLIFrameElement, { events = {} }: { events?: Record<string, Handler> }) {
      this.frame = frame
      for (const [type, handler] of Object.entries(events)) this.addEventListener(type, handler)
      window.addEventListener('message', this.onMessage)
      this.timer = window.setInterval(() => this.post({ event: 'listening' }), 100)
    }
    post(message: object) {
      const text = JSON.stringify({ ...message, id: 1, channel: 'widget' })
      this.frame.contentWindow?.postMessage(text, new URL(this.frame.src).origin)
    }
    command(func: string, ...args: unknown[]) {
      this.post({ event: 'command', func, args })
    }
    onMessage = ({ source, data }: MessageEvent) => {
      if (source !== this.frame.contentWindow || typeof data !== 'string') return
      const { event, info } = JSON.parse(data)
      if (event === 'initialDelivery' || event === 'infoDelivery') {
        Object.assign(this.info, info)
        return
      }
      if (event === 'onReady') {
        clearInterval(this.timer)
        for (const type of this.handlers.keys()) this.command('addEventListener', type)
      }
      for (const handler of this.handlers.get(event) ?? []) handler({ target: this, data: info })
    }
    addEventListener(type: string, handler: Handler) {
      this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler])
      this.command('addEventListener', type)
    }
    getCurrentTime() {
      const {
        playerState,
        currentTime = 0,
        currentTimeLastUpdated_ = 0,
        playbackRate = 1,
      } = this.info
      if (playerState !== 1) return currentTime
      const gone = (Date.now() / 1000 - currentTimeLastUpdated_) * playbackRate
      return currentTime + Math.min(Math.max(0, gone), 1)
    }
    getPlayerState = () => this.info.playerState
    getDuration = () => this.info.duration ?? 0
    getPlaybackRate = () => this.info.playbackRate ?? 1
    getVideoLoadedFraction = () => this.info.videoLoadedFraction ?? 0
    getVolume = () => this.info.volume ?? 100
    isMuted = () => this.info.muted ?? false
    getVideoData = () => this.info.videoData
    getOption = (module: string, name: string) => this.info.options?.[module]?.[name]
    setOption = (...args: unknown[]) => this.command('setOption', ...args)
    playVideo = () => this.command('playVideo')
    pauseVideo = () => this.command('pauseVideo')
    seekTo = (seconds: number, ahead: boolean) => this.command('seekTo', seconds, ahead)
    setPlaybackRate = (rate: number) => this.command('setPlaybackRate', rate)
    setVolume = (volume: number) => this.command('setVolume', volume)
    mute = () => this.command('mute')
    unMute = () => this.command('unMute')
    destroy() {
      clearInterval(this.timer)
      window.removeEventListener('message', this.onMessage)
    }
  }

  const PlayerState = { UNSTARTED: -1, ENDED: 0, PLAYING: 1, PAUSED: 2, BUFFERING: 3, CUED: 5 }
  const page = window as unknown as { YT: object; onYouTubeIframeAPIReady?: () => void }
  page.YT = { Player, PlayerState, loaded: 1 }
  page.onYouTubeIframeAPIReady?.()
}

/** As the page that YouTube embeds: it executes commands and delivers its state. */
function bePlayer() {
  const [UNSTARTED, ENDED, PLAYING, PAUSED, BUFFERING] = [-1, 0, 1, 2, 3]
  const video = document.querySelector('video')
  if (!video) throw new Error('no video')
  const options = new URLSearchParams(location.search)
  const video_id = location.pathname.split('/').at(-1)
  const subscribed = new Set<string>()
  let state = UNSTARTED
  let isReady = false

  function post(event: string, info: unknown) {
    parent.postMessage(JSON.stringify({ event, info, id: 1, channel: 'widget' }), '*')
  }
  function infoOf(element: HTMLVideoElement) {
    const { currentTime, duration, playbackRate, volume, muted, buffered } = element
    const loaded = buffered.length > 0 ? buffered.end(buffered.length - 1) / duration : 0
    return {
      playerState: state,
      currentTime,
      currentTimeLastUpdated_: Date.now() / 1000,
      duration,
      playbackRate,
      volume: volume * 100,
      muted,
      videoLoadedFraction: loaded,
      videoData: { video_id, title: 'A video at YouTube', author: 'Someone' },
      options: {
        captions: { tracklist: [{ languageCode: 'de', displayName: 'Deutsch' }] },
      },
    }
  }
  function deliver() {
    if (!video || !isReady) return
    post('infoDelivery', infoOf(video))
    if (subscribed.has('onVideoProgress')) post('onVideoProgress', video.currentTime)
  }
  function turn(next: number) {
    if (state === next) return
    state = next
    deliver()
    if (subscribed.has('onStateChange')) post('onStateChange', state)
  }
  function greet() {
    if (!video || isReady || video.readyState < video.HAVE_METADATA) return
    isReady = true
    video.currentTime = Number(options.get('start') ?? 0)
    post('initialDelivery', infoOf(video))
    post('onReady', null)
  }

  const commands: Record<string, (...args: never[]) => void> = {
    addEventListener: (type: string) => subscribed.add(type),
    playVideo: () => {
      if (video.paused) turn(BUFFERING)
      void video.play()
    },
    pauseVideo: () => video.pause(),
    seekTo(seconds: number) {
      const isStanding = state === PAUSED
      video.currentTime = seconds
      if (!isStanding) void video.play()
    },
    setPlaybackRate(rate: number) {
      video.playbackRate = rate
    },
    setVolume(volume: number) {
      video.volume = volume / 100
    },
    mute() {
      video.muted = true
    },
    unMute() {
      video.muted = false
    },
  }

  video.addEventListener('playing', () => turn(PLAYING))
  video.addEventListener('waiting', () => turn(BUFFERING))
  video.addEventListener('pause', () => video.ended || turn(PAUSED))
  video.addEventListener('ended', () => turn(ENDED))
  video.addEventListener('seeked', deliver)
  video.addEventListener('volumechange', () => {
    deliver()
    post('onVolumeChange', { volume: video.volume * 100, muted: video.muted })
  })
  video.addEventListener('ratechange', () => {
    deliver()
    post('onPlaybackRateChange', video.playbackRate)
  })
  setInterval(deliver, 250)

  window.addEventListener('message', ({ data }) => {
    const { event, func, args = [] } = JSON.parse(data)
    if (event === 'listening') greet()
    if (event === 'command') commands[func]?.(...(args as never[]))
  })
}
