import { join } from 'node:path'
import { BASE_OPTIONS, SAFE_INPUT } from './ffmpegOptions.ts'
import { chooseRungs, type Rung } from './ladder.ts'
import type { ProbedFile } from './probe.ts'
import { type FfmpegResult, runFfmpeg } from './runFfmpeg.ts'
import { MASTER_PLAYLIST } from './videoFiles.ts'

const SEGMENT_SECONDS = 4
const KEYFRAME_SECONDS = 2

/** Samples of silence that ffmpeg's AAC encoder puts in front of the sound. */
const AAC_PRIMING_SAMPLES = 1024

type Options = { signal: AbortSignal; onProgress(share: number): void }

/**
 * Transcodes a file to HLS with fragmented MP4: one playlist for each rung and one for the sound.
 * Whatever the input, frame n is presented at n / fps, starting at 0: the frame rate is made
 * constant, a gap before the first frame is filled with it, and there are no B-frames.
 * @param folder the output folder, which must exist
 */
export async function encode(
  { probed, file, folder }: { probed: ProbedFile; file: string; folder: string },
  { signal, onProgress }: Options,
): Promise<FfmpegResult> {
  const rungs = chooseRungs(probed)
  const onLine = (line: string) => {
    const micros = Number(/^out_time_us=(\d+)$/.exec(line)?.[1])
    if (micros > 0) onProgress(Math.min(1, micros / 1e6 / probed.seconds))
  }
  const args = [
    ...[...BASE_OPTIONS, '-progress', 'pipe:1', ...SAFE_INPUT, '-i', file],
    ...['-filter_complex', filterGraph(probed, rungs)],
    ...rungs.flatMap((_, index) => ['-map', `[v${index}]`]),
    ...(probed.audioStream === null ? [] : ['-map', '[sound]']),
    ...['-map_metadata', '-1', '-map_chapters', '-1'],
    ...videoOptions(probed, rungs),
    ...['-c:a', 'aac', '-b:a', '128k', '-ac', '2'],
    ...['-f', 'hls', '-hls_time', `${SEGMENT_SECONDS}`, '-hls_playlist_type', 'vod'],
    ...['-hls_segment_type', 'fmp4', '-hls_flags', 'independent_segments'],
    ...['-master_pl_name', MASTER_PLAYLIST, '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_filename', join(folder, '%v', '%05d.m4s')],
    ...['-var_stream_map', streamMap(probed, rungs), join(folder, '%v', 'list.m3u8')],
  ]
  return runFfmpeg('ffmpeg', args, { signal, onLine })
}

function filterGraph(
  { videoStream, audioStream, width, height, fps }: ProbedFile,
  rungs: Rung[],
): string {
  const constantRate = `fps=${fps.num}/${fps.den}:start_time=0`
  const square = "scale='trunc(iw*sar/2)*2:trunc(ih/2)*2',setsar=1"
  const splits = rungs.map((_, index) => `[w${index}]`).join('')
  const scaled = rungs.map(({ side }, index) => {
    const size = width < height ? `${side}:-2` : `-2:${side}`
    return `[w${index}]scale=${size}[v${index}]`
  })
  const source = `[0:${videoStream}]bwdif=mode=send_frame:deint=interlaced,${constantRate},${square}`
  // Cut by what the AAC encoder will add, so that sound and picture both start at 0.
  const trimmed = `aresample=48000:async=1:first_pts=0,atrim=start_sample=${AAC_PRIMING_SAMPLES}`
  return [
    `${source},format=yuv420p,split=${rungs.length}${splits}`,
    ...scaled,
    ...(audioStream === null ? [] : [`[0:${audioStream}]${trimmed}[sound]`]),
  ].join(';')
}

function videoOptions({ fps }: ProbedFile, rungs: Rung[]): string[] {
  const keyframeInterval = `${Math.max(1, Math.round((KEYFRAME_SECONDS * fps.num) / fps.den))}`
  return [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-bf', '0'],
    ...['-g', keyframeInterval, '-keyint_min', keyframeInterval, '-sc_threshold', '0'],
    ...rungs.flatMap(({ maxBitsPerSecond }, index) => [
      ...[
        `-maxrate:v:${index}`,
        `${maxBitsPerSecond}`,
        `-bufsize:v:${index}`,
        `${2 * maxBitsPerSecond}`,
      ],
    ]),
  ]
}

function streamMap({ audioStream }: ProbedFile, rungs: Rung[]): string {
  const group = audioStream === null ? '' : ',agroup:sound'
  const pictures = rungs.map(({ side }, index) => `v:${index}${group},name:${side}`)
  return [
    ...pictures,
    ...(audioStream === null ? [] : ['a:0,agroup:sound,default:yes,name:sound']),
  ].join(' ')
}
