import { drawDemoFrame } from './demoFrame.ts'
import { ffmpeg, h264 } from './ffmpeg.ts'
import { size } from './landscape.ts'

const FPS = 30
const SECONDS = 120

/** The demo clip: two minutes of a computed landscape; the wind moves from left to right at 0:41. */
export async function makeDemoClip(file: string): Promise<void> {
  const pictures = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${size.width}x${size.height}`]
  await ffmpeg(
    [
      ...[...pictures, '-r', `${FPS}`, '-i', 'pipe:0'],
      ...['-f', 'lavfi', '-t', `${SECONDS}`, '-i', wind(), '-filter_complex', panLeftToRight()],
      ...['-map', '0:v', '-map', '[wind]', '-c:a', 'aac', '-b:a', '32k', '-t', `${SECONDS}`],
      ...h264({ crf: 27, keyframeEvery: 90 }),
      file,
    ],
    drawFrames(),
  )
}

function wind(): string {
  const noise = 'anoisesrc=color=brown:sample_rate=32000:seed=7:amplitude=0.6'
  return `${noise},highpass=f=90,lowpass=f=900,volume='0.35+0.25*sin(t/5.3)+0.004*t':eval=frame`
}

function panLeftToRight(): string {
  const right = '0.5+0.4*tanh((t-41)/2)'
  return [
    '[1:a]asplit[a][b]',
    `[a]volume='1-(${right})':eval=frame[left]`,
    `[b]volume='${right}':eval=frame[right]`,
    '[left][right]join=inputs=2:channel_layout=stereo[wind]',
  ].join(';')
}

function* drawFrames(): Iterable<Uint8Array> {
  for (let frame = 0; frame < SECONDS * FPS; frame += 1) {
    yield drawDemoFrame(frame / FPS, frame / FPS / SECONDS)
  }
}
