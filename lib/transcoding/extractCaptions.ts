import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caption } from '#lib/videos/video.ts'
import { FROM_FILE, QUIETLY } from './input.ts'
import type { Probed } from './probe.ts'
import { runFfmpeg } from './runFfmpeg.ts'

/**
 * Reads the captions out of a file. What cannot be read is left out: nobody would do without a video
 * for it.
 * @returns with paths below `folder`
 */
export async function extractCaptions(
  { probed, file, folder }: { probed: Probed; file: string; folder: string },
  signal: AbortSignal,
): Promise<Caption[]> {
  const taken: Caption[] = []
  for (const { stream, language, label } of probed.captions) {
    const path = `embedded-${stream}.vtt`
    const output = join(folder, path)
    const map = ['-map', `0:${stream}`, '-c:s', 'webvtt', '-f', 'webvtt', output]
    const result = await runFfmpeg('ffmpeg', [...QUIETLY, ...FROM_FILE, '-i', file, ...map], {
      signal,
    })
    if (result.ok && (await hasCues(output))) taken.push({ language, label, path })
    else await rm(output, { force: true })
  }
  return taken
}

async function hasCues(file: string): Promise<boolean> {
  return (await readFile(file, 'utf8')).includes('-->')
}
