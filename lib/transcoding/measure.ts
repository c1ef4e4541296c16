import type { FrameRate } from '#lib/videos/video.ts'
import { chooseFrameRate } from './frameRate.ts'
import { runFfmpeg } from './runFfmpeg.ts'

/** A video as it came out, counted, whatever it was meant to be. */
export type Measured = { frames: number; fps: FrameRate }

/** Counts the frames of a video of ours and reads its rate. @returns null when there are none. */
export async function measure(file: string, signal: AbortSignal): Promise<Measured | null> {
  const asked = ['-count_packets', '-show_entries', 'stream=nb_read_packets,avg_frame_rate']
  const out = await ask([...asked, file], signal)
  const [rate = '', count] = out?.trim().split(',') ?? []
  const frames = Number(count)
  const fps = chooseFrameRate(rate, rate)
  return fps && frames > 0 ? { frames, fps } : null
}

/**
 * Where the first frame lies on the clock of a video, in seconds.
 * @param file an mp4, or a list of pieces of one quality
 */
export async function measureStart(file: string, signal: AbortSignal): Promise<number | null> {
  const asked = ['-read_intervals', '%+#1', '-show_entries', 'packet=pts_time']
  const out = await ask([...asked, file], signal)
  const start = Number.parseFloat(out ?? '')
  return Number.isFinite(start) ? start : null
}

async function ask(args: string[], signal: AbortSignal): Promise<string | null> {
  const shape = ['-v', 'error', '-select_streams', 'v:0', '-of', 'csv=p=0']
  const result = await runFfmpeg('ffprobe', [...shape, ...args], { signal })
  return result.ok ? result.out : null
}
