import { mkdirSync, statSync } from 'node:fs'
import type { FrameRate } from '#lib/videos/video.ts'
import { makeDemoClip } from './demoClip.ts'
import { cutHls, encodeHls } from './hls.ts'
import { makePoster, makeTruthClip } from './truthClip.ts'

const THIRTY_FPS: FrameRate = { num: 30, den: 1 }
/** The other common frame rates, as short clips for the tests. */
const OTHER_RATES: Array<[name: string, fps: FrameRate]> = [
  ['24', { num: 24, den: 1 }],
  ['25', { num: 25, den: 1 }],
  ['30000-1001', { num: 30000, den: 1001 }],
  ['60', { num: 60, den: 1 }],
]

/** `npm run clips`: remakes every clip in `demo/`. Needs ffmpeg with libx264 and freetype. */
async function makeClips() {
  mkdirSync('demo/rates', { recursive: true })
  await make('demo/truth.mp4', (file) => makeTruthClip(file, THIRTY_FPS, 3600))
  await make('demo/truth.jpg', (file) => makePoster('demo/truth.mp4', 41, file))
  for (const [name, fps] of OTHER_RATES) {
    const frames = Math.round((12 * fps.num) / fps.den)
    await make(`demo/rates/truth-${name}.mp4`, (file) => makeTruthClip(file, fps, frames))
  }
  await make('demo/hls/truth.m3u8', (list) => cutHls('demo/truth.mp4', list))
  await make('demo/mux/truth.m3u8', (list) => encodeHls('demo/truth.mp4', 24, list))
  const storm = 'demo/light-before-the-storm'
  await make(`${storm}.mp4`, makeDemoClip)
  await make(`${storm}.jpg`, (file) => makePoster(`${storm}.mp4`, 32, file))
}

async function make(file: string, work: (file: string) => Promise<void>) {
  const started = Date.now()
  await work(file)
  const kilobytes = Math.round(statSync(file).size / 1000)
  console.log(`${file}: ${kilobytes} kB in ${Math.round((Date.now() - started) / 1000)} s`)
}

await makeClips()
