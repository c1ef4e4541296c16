import { readFile } from 'node:fs/promises'
import type { Route } from '@playwright/test'

const allowed = { 'access-control-allow-origin': '*' }

/** A video as hosts deliver it: the requested range. */
export async function fulfillVideo(route: Route, file: string): Promise<void> {
  const video = await readFile(file)
  const [, from, to] = /bytes=(\d+)-(\d*)/.exec(route.request().headers().range ?? '') ?? []
  const start = Number(from ?? 0)
  const end = to ? Number(to) : video.length - 1
  const headers = {
    ...allowed,
    'content-type': 'video/mp4',
    'accept-ranges': 'bytes',
    'content-range': `bytes ${start}-${end}/${video.length}`,
  }
  await route.fulfill({ status: 206, headers, body: video.subarray(start, end + 1) })
}

/** A script of a host. `play` runs in the browser and refers to nothing around it. */
export function fulfillScript(route: Route, play: () => void): Promise<void> {
  return route.fulfill({
    headers: { ...allowed, 'content-type': 'text/javascript' },
    body: `(${play})()`,
  })
}

/** A page of a host around a video, which `play` controls as the embedding page requests. */
export function fulfillPlayer(route: Route, videoUrl: string, play: () => void): Promise<void> {
  const style =
    'html, body { height: 100%; margin: 0; background: black } video { width: 100%; height: 100% }'
  return route.fulfill({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body:
      `<!doctype html><meta charset="utf-8"><title>A host</title><style>${style}</style>` +
      `<video data-media src="${videoUrl}" preload="auto" playsinline></video><script>(${play})()</script>`,
  })
}
