import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BASE_OPTIONS } from './ffmpegOptions.ts'
import { type FfmpegResult, runFfmpeg } from './runFfmpeg.ts'
import { layOutStoryboard, writeStoryboardVtt } from './storyboardLayout.ts'

type Source = { folder: string; file: string; seconds: number; width: number; height: number }

/** Makes the poster: the most representative frame from a tenth into the video. */
export function makePoster(
  source: Source,
  name: string,
  signal: AbortSignal,
): Promise<FfmpegResult> {
  const at = ['-ss', (source.seconds / 10).toFixed(3), '-i', join(source.folder, source.file)]
  const best = "thumbnail=48,scale='min(1280,iw)':-2"
  const output = ['-vf', best, '-frames:v', '1', '-q:v', '4', join(source.folder, name)]
  return runFfmpeg('ffmpeg', [...BASE_OPTIONS, ...at, ...output], { signal })
}

/** Makes the storyboard: one sheet of thumbnails, and the WebVTT that locates them on it. */
export async function makeStoryboard(
  source: Source,
  { sheet, list }: { sheet: string; list: string },
  signal: AbortSignal,
): Promise<FfmpegResult> {
  const layout = layOutStoryboard(source)
  const { secondsPerPicture, columns, rows, width, height } = layout
  const filter = `fps=1/${secondsPerPicture}:start_time=0:round=up,scale=${width}:${height},tile=${columns}x${rows}`
  // Only key frames are decoded: the others would take long and are not needed.
  const input = ['-skip_frame', 'nokey', '-i', join(source.folder, source.file)]
  const output = ['-vf', filter, '-frames:v', '1', '-q:v', '6', join(source.folder, sheet)]
  const result = await runFfmpeg('ffmpeg', [...BASE_OPTIONS, ...input, ...output], { signal })
  if (result.ok) await writeFile(join(source.folder, list), writeStoryboardVtt(layout, sheet))
  return result
}
