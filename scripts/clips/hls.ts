import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ffmpeg } from './ffmpeg.ts'

/** Seconds a piece; the clips have a key frame each second. */
const PIECE = 4

/** Cuts a clip as it is into HLS with fragmented mp4: frame n stays at n / fps. */
export async function cutHls(clip: string, list: string): Promise<void> {
  mkdirSync(dirname(list), { recursive: true })
  const pieces = ['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4']
  const names = ['-hls_segment_filename', join(dirname(list), '%02d.m4s')]
  await ffmpeg(['-i', clip, '-c', 'copy', ...asList, ...pieces, ...names, list])
}

/**
 * A clip as a host of videos would make it: sound that begins before the picture, frames sent in
 * another order than they are shown, MPEG-TS. Its first frame does not lie at 0. Its pieces are not
 * called `.ts`: here that is TypeScript.
 */
export async function encodeHls(clip: string, seconds: number, list: string): Promise<void> {
  mkdirSync(dirname(list), { recursive: true })
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=220']
  const picture = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '30', '-bf', '2', '-g', '30']
  const cuts = ['-sc_threshold', '0', '-keyint_min', '30']
  const sound = ['-c:a', 'aac', '-b:a', '32k', '-ac', '1', '-fflags', '+bitexact']
  const names = ['-hls_segment_filename', join(dirname(list), '%02d.mpegts')]
  const sources = ['-i', clip, ...tone, '-map', '0:v', '-map', '1:a', '-t', `${seconds}`]
  await ffmpeg([...sources, ...picture, ...cuts, ...sound, ...asList, ...names, list])
}

const asList = ['-f', 'hls', '-hls_time', `${PIECE}`, '-hls_playlist_type', 'vod']
