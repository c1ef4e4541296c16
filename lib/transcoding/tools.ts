import { which } from '#lib/which.ts'

/** What to install before videos can be made of files, in one line, or null when all is there. */
export function missingTools(): string | null {
  const isThere = which(['ffmpeg']) && which(['ffprobe'])
  return isThere
    ? null
    : 'Uploads need ffmpeg on the server: install it (Debian: apt-get install ffmpeg), then load this page again.'
}
