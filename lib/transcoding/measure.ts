import type { FrameRate } from '#lib/videos/video.ts'
import { chooseFrameRate } from './frameRate.ts'
import { runFfmpeg } from './runFfmpeg.ts'

/** What was really encoded, counted in the output file. */
export type MeasuredVideo = { frames: number; fps: FrameRate }

/** Counts the frames of a transcoded file and reads its rate. @returns null when it has none. */
export async function measure(file: string, signal: AbortSignal): Promise<MeasuredVideo | null> {
  const options = ['-count_packets', '-show_entries', 'stream=nb_read_packets,avg_frame_rate']
  const out = await runFfprobe([...options, file], signal)
  const [rate = '', count] = out?.trim().split(',') ?? []
  const frames = Number(count)
  const fps = chooseFrameRate(rate, rate)
  return fps && frames > 0 ? { frames, fps } : null
}

/**
 * The presentation time of the first frame, in seconds.
 * @param file an MP4, or the playlist of one rung
 */
export async function measureStart(file: string, signal: AbortSignal): Promise<number | null> {
  const options = ['-read_intervals', '%+#1', '-show_entries', 'packet=pts_time']
  const out = await runFfprobe([...options, file], signal)
  const start = Number.parseFloat(out ?? '')
  return Number.isFinite(start) ? start : null
}

async function runFfprobe(args: string[], signal: AbortSignal): Promise<string | null> {
  const format = ['-v', 'error', '-select_streams', 'v:0', '-of', 'csv=p=0']
  const result = await runFfmpeg('ffprobe', [...format, ...args], { signal })
  return result.ok ? result.stdout : null
}
