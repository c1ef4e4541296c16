import { missingTools } from '#lib/transcoding/missingTools.ts'
import { nginxPath } from '#testing/nginx.ts'
import { installFromDebian } from './installFromDebian.ts'

type Say = (line: string) => void

/** Sees to it that videos can be made. @throws Error that says what to install. */
export function haveFfmpeg(say: Say, signal: AbortSignal): Promise<void> {
  return have('ffmpeg', () => missingTools() === null, say, signal)
}

/** @throws Error that says what to install. */
export function haveNginx(say: Say, signal: AbortSignal): Promise<void> {
  return have('nginx', () => nginxPath() !== undefined, say, signal)
}

async function have(name: string, isThere: () => boolean, say: Say, signal: AbortSignal) {
  if (!isThere()) await installFromDebian(name, say, signal)
  if (!isThere()) throw new Error(`Install ${name} for these tests (apt-get install ${name}).`)
}
