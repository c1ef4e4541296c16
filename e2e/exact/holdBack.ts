import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Clip } from '../clips.ts'

/** Chromium reads whole blocks of this size. */
const BLOCK_BYTES = 32 * 1024

/**
 * Serves the first seconds of a video, and delays the rest.
 * @returns a function that releases the rest
 */
export async function holdBack(page: Page, clip: Clip): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  if (clip.file.endsWith('.m3u8')) {
    await page.route(/\/01\.(m4s|mpegts)$/, async (route) => {
      await released
      await route.fallback()
    })
    return release
  }
  const video = await readFile(clip.file)
  const data = video.indexOf('mdat')
  const share = (4 * clip.fps.num) / clip.fps.den / clip.frames
  const end = data + (video.length - data) * share
  const cut = Math.ceil(end / BLOCK_BYTES) * BLOCK_BYTES
  await page.route(/\/media\/.*\.mp4$|\/deliveries\//, async (route) => {
    const [, first = '0'] = /bytes=(\d+)/.exec(route.request().headers().range ?? '') ?? []
    const from = Number(first)
    if (from >= cut) await released
    const to = from < cut ? cut : video.length
    const range = `bytes ${from}-${to - 1}/${video.length}`
    const headers = { 'content-range': range, 'accept-ranges': 'bytes' }
    const body = video.subarray(from, to)
    await route.fulfill({ status: 206, contentType: 'video/mp4', headers, body })
  })
  return release
}
