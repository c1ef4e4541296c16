import { missingTools } from '#lib/films/tools.ts'
import { installFromDebian } from './installFromDebian.ts'

/** Sees to it that films can be made. @throws Error that says what to install. */
export async function haveFfmpeg(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  if (missingTools()) await installFromDebian('ffmpeg', say, signal)
  if (missingTools()) throw new Error('Install ffmpeg for these tests (apt-get install ffmpeg).')
}
