import { join } from 'node:path'
import { FROM_FILE, QUIETLY } from './input.ts'
import { chooseRungs, type Rung } from './ladder.ts'
import type { Probed } from './probe.ts'
import { runFfmpeg, type ToolResult } from './runFfmpeg.ts'

export const LIST = 'film.m3u8'

/** Seconds a piece, and between two pictures that need no other. */
const PIECE = 4
const KEY = 2

/** AAC as ffmpeg makes it begins with so many samples of nothing. */
const PRIMING = 1024

type Options = { signal: AbortSignal; onProgress(share: number): void }

/**
 * Makes a video of a file: HLS with fragmented mp4, a list for each quality and one for the sound.
 * Whatever came, frame n is shown at n / fps, from 0 on: the frame rate is made even, an opening
 * without picture is filled with the first one, and no frame is sent out of order.
 * @param folder where it goes; is there
 */
export async function encode(
  { probed, file, folder }: { probed: Probed; file: string; folder: string },
  { signal, onProgress }: Options,
): Promise<ToolResult> {
  const rungs = chooseRungs(probed)
  const onLine = (line: string) => {
    const micros = Number(/^out_time_us=(\d+)$/.exec(line)?.[1])
    if (micros > 0) onProgress(Math.min(1, micros / 1e6 / probed.seconds))
  }
  const args = [
    ...[...QUIETLY, '-progress', 'pipe:1', ...FROM_FILE, '-i', file],
    ...['-filter_complex', filters(probed, rungs)],
    ...rungs.flatMap((_, index) => ['-map', `[v${index}]`]),
    ...(probed.sound === null ? [] : ['-map', '[sound]']),
    ...['-map_metadata', '-1', '-map_chapters', '-1'],
    ...picture(probed, rungs),
    ...['-c:a', 'aac', '-b:a', '128k', '-ac', '2'],
    ...['-f', 'hls', '-hls_time', `${PIECE}`, '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_flags', 'independent_segments'],
    ...['-master_pl_name', LIST, '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_filename', join(folder, '%v', '%05d.m4s')],
    ...['-var_stream_map', streams(probed, rungs), join(folder, '%v', 'list.m3u8')],
  ]
  return runFfmpeg('ffmpeg', args, { signal, onLine })
}

function filters({ picture, sound, width, height, fps }: Probed, rungs: Rung[]): string {
  const even = `fps=${fps.num}/${fps.den}:start_time=0`
  const square = "scale='trunc(iw*sar/2)*2:trunc(ih/2)*2',setsar=1"
  const ways = rungs.map((_, index) => `[w${index}]`).join('')
  const sized = rungs.map(({ side }, index) => {
    const size = width < height ? `${side}:-2` : `-2:${side}`
    return `[w${index}]scale=${size}[v${index}]`
  })
  const whole = `[0:${picture}]bwdif=mode=send_frame:deint=interlaced,${even},${square}`
  // What AAC puts in front is taken off before, so that neither sound nor picture begins late.
  const heard = `aresample=48000:async=1:first_pts=0,atrim=start_sample=${PRIMING}`
  return [
    `${whole},format=yuv420p,split=${rungs.length}${ways}`,
    ...sized,
    ...(sound === null ? [] : [`[0:${sound}]${heard}[sound]`]),
  ].join(';')
}

function picture({ fps }: Probed, rungs: Rung[]): string[] {
  const between = `${Math.max(1, Math.round((KEY * fps.num) / fps.den))}`
  return [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-bf', '0'],
    ...['-g', between, '-keyint_min', between, '-sc_threshold', '0'],
    ...rungs.flatMap(({ most }, index) => [
      ...[`-maxrate:v:${index}`, `${most}`, `-bufsize:v:${index}`, `${2 * most}`],
    ]),
  ]
}

function streams({ sound }: Probed, rungs: Rung[]): string {
  const group = sound === null ? '' : ',agroup:sound'
  const pictures = rungs.map(({ side }, index) => `v:${index}${group},name:${side}`)
  return [...pictures, ...(sound === null ? [] : ['a:0,agroup:sound,default:yes,name:sound'])].join(
    ' ',
  )
}
