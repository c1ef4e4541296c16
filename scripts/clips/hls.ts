import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ffmpeg } from './ffmpeg.ts'

/** The clips have a key frame each second. */
const SEGMENT_SECONDS = 4

/** Cuts a clip without re-encoding into HLS with fragmented mp4: frame n stays at n / fps. */
export async function cutHls(clip: string, list: string): Promise<void> {
  mkdirSync(dirname(list), { recursive: true })
  const segments = ['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4']
  const names = ['-hls_segment_filename', join(dirname(list), '%02d.m4s')]
  await ffmpeg(['-i', clip, '-c', 'copy', ...asVodPlaylist, ...segments, ...names, list])
}

/**
 * Encodes a clip as a video host would: audio that begins before the picture, B-frames, MPEG-TS. Its
 * first frame is not at time 0. Its segments are not named `.ts`: here that is TypeScript.
 */
export async function encodeHls(clip: string, seconds: number, list: string): Promise<void> {
  mkdirSync(dirname(list), { recursive: true })
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=220']
  const picture = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '30', '-bf', '2', '-g', '30']
  const cuts = ['-sc_threshold', '0', '-keyint_min', '30']
  const sound = ['-c:a', 'aac', '-b:a', '32k', '-ac', '1', '-fflags', '+bitexact']
  const names = ['-hls_segment_filename', join(dirname(list), '%02d.mpegts')]
  const sources = ['-i', clip, ...tone, '-map', '0:v', '-map', '1:a', '-t', `${seconds}`]
  await ffmpeg([...sources, ...picture, ...cuts, ...sound, ...asVodPlaylist, ...names, list])
}

const asVodPlaylist = ['-f', 'hls', '-hls_time', `${SEGMENT_SECONDS}`, '-hls_playlist_type', 'vod']
