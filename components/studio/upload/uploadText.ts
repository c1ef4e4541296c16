const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** @returns "830 kB", "12.4 MB", "1.25 GB": three digits, powers of 1000. */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const digits = power === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(value)))
  return `${value.toFixed(digits)} ${UNITS[power]}`
}

/** @returns "12 s left", "3 min left", "1 h 20 min left" */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s left`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min left`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`
}

/** The server's refusal reasons, as messages for the owner. */
const REFUSALS: Record<string, string> = {
  'not-logged-in': 'You have been logged out. Log in again in another tab, then resume.',
  'not-an-owner': 'Only owners can upload videos.',
  'ffmpeg-missing': 'The server cannot process videos: ffmpeg is not installed.',
  'disk-full': 'There is not enough disk space on the server for this file.',
  'too-many-uploads': 'You have too many unfinished uploads. Resume or cancel one of them.',
  malformed: 'The server rejected this file: it is empty, too large or has no name.',
}

/** @param body of the response; undefined when the connection broke */
export function refusalMessage(body: string | undefined): string {
  const reason = /"reason":"([\w-]+)"/.exec(body ?? '')?.[1] ?? ''
  return (
    REFUSALS[reason] ??
    'The connection was lost. What has been uploaded is kept: resume to continue.'
  )
}
