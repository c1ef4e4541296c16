import { join } from 'node:path'
import { BASE_OPTIONS } from './ffmpegOptions.ts'
import type { Rung } from './ladder.ts'
import type { ProbedFile } from './probe.ts'
import { type FfmpegResult, runFfmpeg } from './runFfmpeg.ts'

/** For players without HLS, which cannot adapt: a size that most connections carry. */
const MAX_SIDE_PX = 720

/** Joins the segments of one rung and the sound into one MP4, without encoding them again. */
export async function joinMp4(
  { probed, rungs, folder }: { probed: ProbedFile; rungs: Rung[]; folder: string },
  name: string,
  signal: AbortSignal,
): Promise<FfmpegResult> {
  const rung = rungs.find(({ side }) => side <= MAX_SIDE_PX) ?? rungs[0]
  const lists = [`${rung?.side}`, ...(probed.audioStream === null ? [] : ['sound'])]
  const inputs = lists.flatMap((list) => [
    ...['-protocol_whitelist', 'file', '-i', join(folder, list, 'list.m3u8')],
  ])
  const maps = lists.flatMap((_, index) => ['-map', `${index}`])
  const whole = ['-c', 'copy', '-movflags', '+faststart', join(folder, name)]
  return runFfmpeg('ffmpeg', [...BASE_OPTIONS, ...inputs, ...maps, ...whole], { signal })
}
