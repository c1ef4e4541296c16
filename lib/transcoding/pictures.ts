import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { QUIETLY } from './input.ts'
import { runFfmpeg, type ToolResult } from './runFfmpeg.ts'
import { makeSheet, writeSheet } from './storyboard.ts'

type Source = { folder: string; file: string; seconds: number; width: number; height: number }

/** Takes a picture for the library, of a tenth into the video, where something is to be seen. */
export function takePoster(source: Source, name: string, signal: AbortSignal): Promise<ToolResult> {
  const at = ['-ss', (source.seconds / 10).toFixed(3), '-i', join(source.folder, source.file)]
  const best = "thumbnail=48,scale='min(1280,iw)':-2"
  const one = ['-vf', best, '-frames:v', '1', '-q:v', '4', join(source.folder, name)]
  return runFfmpeg('ffmpeg', [...QUIETLY, ...at, ...one], { signal })
}

/** Small pictures of the whole video on one sheet, and the list of what lies where on it. */
export async function takeStoryboard(
  source: Source,
  { sheet: sheetName, list }: { sheet: string; list: string },
  signal: AbortSignal,
): Promise<ToolResult> {
  const sheet = makeSheet(source)
  const { every, columns, rows, width, height } = sheet
  const filter = `fps=1/${every}:start_time=0:round=up,scale=${width}:${height},tile=${columns}x${rows}`
  // Of the others nothing is needed, and decoding them takes long.
  const input = ['-skip_frame', 'nokey', '-i', join(source.folder, source.file)]
  const output = ['-vf', filter, '-frames:v', '1', '-q:v', '6', join(source.folder, sheetName)]
  const result = await runFfmpeg('ffmpeg', [...QUIETLY, ...input, ...output], { signal })
  if (result.ok) await writeFile(join(source.folder, list), writeSheet(sheet, sheetName))
  return result
}
