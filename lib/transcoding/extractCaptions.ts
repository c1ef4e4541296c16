import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caption } from '#lib/videos/video.ts'
import { BASE_OPTIONS, SAFE_INPUT } from './ffmpegOptions.ts'
import type { ProbedFile } from './probe.ts'
import { runFfmpeg } from './runFfmpeg.ts'

/**
 * Extracts the text subtitles of a file as WebVTT. Streams that cannot be read are skipped: the video
 * is worth having without them.
 * @returns captions with paths relative to `folder`
 */
export async function extractCaptions(
  { probed, file, folder }: { probed: ProbedFile; file: string; folder: string },
  signal: AbortSignal,
): Promise<Caption[]> {
  const extracted: Caption[] = []
  for (const { stream, language, label } of probed.captions) {
    const path = `embedded-${stream}.vtt`
    const output = join(folder, path)
    const map = ['-map', `0:${stream}`, '-c:s', 'webvtt', '-f', 'webvtt', output]
    const result = await runFfmpeg('ffmpeg', [...BASE_OPTIONS, ...SAFE_INPUT, '-i', file, ...map], {
      signal,
    })
    if (result.ok && (await hasCues(output))) extracted.push({ language, label, path })
    else await rm(output, { force: true })
  }
  return extracted
}

async function hasCues(file: string): Promise<boolean> {
  return (await readFile(file, 'utf8')).includes('-->')
}
