import type { BrowserContext } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { fulfillScript, fulfillVideo } from './fulfill.ts'

/** Answers for Wistia with a clip: its script, and the video that it puts into the page. */
export async function answerAsWistia(context: BrowserContext, { file }: Clip): Promise<void> {
  await context.route('https://fast.wistia.com/assets/external/E-v1.js', (route) =>
    fulfillScript(route, beWistia),
  )
  await context.route('https://embed-ssl.wistia.com/deliveries/*', (route) =>
    fulfillVideo(route, file),
  )
}

/** As `E-v1.js`: it processes the queue `_wq` and makes a player of each embed. */
function beWistia() {
  type EmbedRequest = { id: string; options: Record<string, unknown>; onReady(api: object): void }
  type Page = { _wq?: EmbedRequest[] | { push(request: EmbedRequest): void }; Wistia?: object }

  function make({ id, options, onReady }: EmbedRequest) {
    const embed = document.getElementById(id)
    const [, hash = ''] = /wistia_async_(\w+)/.exec(embed?.className ?? '') ?? []
    const video = document.createElement('video')
    video.crossOrigin = 'anonymous'
    video.preload = 'auto'
    video.style.cssText = 'width: 100%; height: 100%'
    video.src = `https://embed-ssl.wistia.com/deliveries/${hash}.mp4`
    embed?.append(video)
    const api = {
      elem: () => video,
      name: () => 'A video at Wistia',
      hashedId: () => hash,
      duration: () => video.duration,
      play: () => void video.play(),
      pause: () => video.pause(),
      bigPlayButtonEnabled: () => {},
      requestChromeless: () => {},
      releaseChromeless: () => {},
    }
    video.addEventListener('loadedmetadata', () => {
      video.currentTime = Number(options.time ?? 0)
      onReady(api)
    })
  }

  const page = window as unknown as Page
  const waiting = Array.isArray(page._wq) ? page._wq : []
  page.Wistia = { VERSION: 'stand-in' }
  page._wq = { push: make }
  waiting.forEach(make)
}
