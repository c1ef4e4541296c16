import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs ffmpeg to its end; `frames`, when given, is written to its standard input, chunk by chunk. */
export async function ffmpeg(args: string[], frames?: Iterable<Uint8Array>): Promise<void> {
  const child = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    stdio: [frames ? 'pipe' : 'ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  if (frames && child.stdin) {
    for (const chunk of frames) {
      if (!child.stdin.write(chunk)) await once(child.stdin, 'drain')
    }
    child.stdin.end()
  }
  const [code] = await ended
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}

/**
 * H.264 as every browser plays it. Without B-frames the presentation time of frame n is n / fps
 * from zero on, also after the file is cut into HLS; faststart puts the index before the pictures.
 */
export function h264({ crf, keyframeEvery }: { crf: number; keyframeEvery: number }): string[] {
  return [
    ...['-c:v', 'libx264', '-preset', 'veryslow', '-crf', `${crf}`, '-pix_fmt', 'yuv420p'],
    ...['-bf', '0', '-g', `${keyframeEvery}`, '-movflags', '+faststart', '-map_metadata', '-1'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact'],
  ]
}
