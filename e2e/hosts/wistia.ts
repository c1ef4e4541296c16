import type { BrowserContext } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { fulfillFilm, fulfillScript } from './fulfill.ts'

/** Answers for Wistia with a clip: its script, and the film that makes it put into the page. */
export async function answerAsWistia(context: BrowserContext, { file }: Clip): Promise<void> {
  await context.route('https://fast.wistia.com/assets/external/E-v1.js', (route) =>
    fulfillScript(route, beWistia),
  )
  await context.route('https://embed-ssl.wistia.com/deliveries/*', (route) =>
    fulfillFilm(route, file),
  )
}

/** As `E-v1.js`: it takes what waits in `_wq` and makes a player of each embed. */
function beWistia() {
  type Wish = { id: string; options: Record<string, unknown>; onReady(api: object): void }
  type Page = { _wq?: Wish[] | { push(wish: Wish): void }; Wistia?: object }

  function make({ id, options, onReady }: Wish) {
    const embed = document.getElementById(id)
    const [, hash = ''] = /wistia_async_(\w+)/.exec(embed?.className ?? '') ?? []
    const film = document.createElement('video')
    film.crossOrigin = 'anonymous'
    film.preload = 'auto'
    film.style.cssText = 'width: 100%; height: 100%'
    film.src = `https://embed-ssl.wistia.com/deliveries/${hash}.mp4`
    embed?.append(film)
    const api = {
      elem: () => film,
      name: () => 'A film at Wistia',
      hashedId: () => hash,
      duration: () => film.duration,
      play: () => void film.play(),
      pause: () => film.pause(),
      bigPlayButtonEnabled: () => {},
      requestChromeless: () => {},
      releaseChromeless: () => {},
    }
    film.addEventListener('loadedmetadata', () => {
      film.currentTime = Number(options.time ?? 0)
      onReady(api)
    })
  }

  const page = window as unknown as Page
  const waiting = Array.isArray(page._wq) ? page._wq : []
  page.Wistia = { VERSION: 'stand-in' }
  page._wq = { push: make }
  waiting.forEach(make)
}
