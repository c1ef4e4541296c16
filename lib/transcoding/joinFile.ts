import { join } from 'node:path'
import { QUIETLY } from './input.ts'
import type { Rung } from './ladder.ts'
import type { Probed } from './probe.ts'
import { runFfmpeg, type ToolResult } from './runFfmpeg.ts'

/** Whoever plays no HLS gets this much: it has to do for every line. */
const MOST_SIDE = 720

/** Puts the pieces of one quality and the sound into one mp4, as they are. */
export async function joinFile(
  { probed, rungs, folder }: { probed: Probed; rungs: Rung[]; folder: string },
  name: string,
  signal: AbortSignal,
): Promise<ToolResult> {
  const rung = rungs.find(({ side }) => side <= MOST_SIDE) ?? rungs[0]
  const lists = [`${rung?.side}`, ...(probed.sound === null ? [] : ['sound'])]
  const inputs = lists.flatMap((list) => [
    ...['-protocol_whitelist', 'file', '-i', join(folder, list, 'list.m3u8')],
  ])
  const maps = lists.flatMap((_, index) => ['-map', `${index}`])
  const whole = ['-c', 'copy', '-movflags', '+faststart', join(folder, name)]
  return runFfmpeg('ffmpeg', [...QUIETLY, ...inputs, ...maps, ...whole], { signal })
}
