import type { FrameRate } from '#lib/videos/video.ts'
import { ffmpeg, h264 } from './ffmpeg.ts'
import { frameStrip } from './frameStrip.ts'

const FONT = 'node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2'
const BACKGROUND = '0x14110e'

/**
 * A clip whose every frame shows its number: in large digits for people, and as a strip of
 * bits (`frameStrip.ts`) for a canvas.
 */
export async function makeTruthClip(file: string, fps: FrameRate, frames: number): Promise<void> {
  const rate = `${fps.num}/${fps.den}`
  const source = `color=${BACKGROUND}:size=${frameStrip.width}x${frameStrip.height}:rate=${rate}`
  await ffmpeg([
    ...['-f', 'lavfi', '-i', source, '-frames:v', `${frames}`, '-vf', picture(rate)],
    ...['-fps_mode', 'passthrough', '-video_track_timescale', `${fps.num}`],
    ...h264({ crf: 30, keyframeEvery: Math.min(30, Math.round(fps.num / fps.den)) }),
    file,
  ])
}

/** One frame of a clip as a JPEG. */
export async function makePoster(clip: string, seconds: number, file: string): Promise<void> {
  await ffmpeg(['-ss', `${seconds}`, '-i', clip, '-frames:v', '1', '-q:v', '4', file])
}

function picture(rate: string): string {
  const { bits, cell, left, top } = frameStrip
  const number = `drawtext=fontfile=${FONT}:fontsize=140:fontcolor=0xf2ede6:text='%{n}'`
  const label = `drawtext=fontfile=${FONT}:fontsize=20:fontcolor=0xa39a8e:text='${rate.replace(/\/1$/, '')} frames a second'`
  const cells = Array.from({ length: bits }, (_, bit) => {
    const lit = `enable='mod(floor(n/${2 ** bit})\\,2)'`
    return `drawbox=x=${left + bit * cell}:y=${top}:w=${cell}:h=${cell}:c=white:t=fill:${lit}`
  })
  return [
    `${number}:x=(w-text_w)/2:y=80`,
    `${label}:x=(w-text_w)/2:y=230`,
    `drawbox=x=${left}:y=${top}:w=${bits * cell}:h=${cell}:c=black:t=fill`,
    ...cells,
    `drawbox=x=${left - 1}:y=${top - 1}:w=${bits * cell + 2}:h=${cell + 2}:c=0x4a423a:t=1`,
  ].join(',')
}
