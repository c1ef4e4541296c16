import { missingTools } from '#lib/transcoding/missingTools.ts'
import { nginxPath } from '#testing/nginx.ts'
import { installFromDebian } from './installFromDebian.ts'

type Log = (line: string) => void

/** Installs ffmpeg where it is missing. @throws Error naming what to install. */
export function haveFfmpeg(log: Log, signal: AbortSignal): Promise<void> {
  return have('ffmpeg', () => missingTools() === null, log, signal)
}

/** Installs nginx where it is missing. @throws Error naming what to install. */
export function haveNginx(log: Log, signal: AbortSignal): Promise<void> {
  return have('nginx', () => nginxPath() !== undefined, log, signal)
}

async function have(name: string, isInstalled: () => boolean, log: Log, signal: AbortSignal) {
  if (!isInstalled()) await installFromDebian(name, log, signal)
  if (!isInstalled()) throw new Error(`Install ${name} for these tests (apt-get install ${name}).`)
}
