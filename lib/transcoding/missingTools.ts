import { which } from '#lib/which.ts'

/** What to install before uploads can be transcoded, in one line; null when nothing is missing. */
export function missingTools(): string | null {
  const isInstalled = which(['ffmpeg']) && which(['ffprobe'])
  return isInstalled
    ? null
    : 'Uploads need ffmpeg on the server: install it (Debian: apt-get install ffmpeg), then load this page again.'
}
