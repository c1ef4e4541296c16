import { basename, dirname, join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import type { Clip } from '../clips.ts'

const allowed = { 'access-control-allow-origin': '*' }

/** Answers for Mux with the pieces of a clip: a list of lists, a list, its pieces on another host. */
export async function answerAsMux(context: BrowserContext, { file }: Clip): Promise<void> {
  await context.route('https://stream.mux.com/*.m3u8', (route) => {
    const list = `https://manifest.fastly.mux.com/${basename(file)}`
    const level = '#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=640x360,FRAME-RATE=30.000'
    return route.fulfill({ headers: allowed, body: `#EXTM3U\n${level}\n${list}\n` })
  })
  await context.route('https://manifest.fastly.mux.com/*', (route) => {
    const path = join(dirname(file), basename(new URL(route.request().url()).pathname))
    return route.fulfill({ headers: allowed, path })
  })
}
