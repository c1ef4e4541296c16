const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** @returns "830 kB", "12.4 MB", "1.25 GB": three digits, as disks are sold. */
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

/** What the server answers when it takes no file, in words for the owner. */
const REFUSALS: Record<string, string> = {
  'not-logged-in': 'You are not logged in any more. Log in in another tab, then resume.',
  'not-an-owner': 'Only an owner may upload videos.',
  'ffmpeg-missing': 'The server cannot make videos: ffmpeg is not installed there.',
  'disk-full': 'There is not enough room on the server for this file.',
  'too-many-uploads': 'Too many uploads are unfinished. Go on with one of them or cancel it.',
  malformed: 'The server does not take this file: it is empty, too large or has no name.',
}

/** @param body of the answer, when there was one; a line that broke has none. */
export function refusalMessage(body: string | undefined): string {
  const reason = /"reason":"([\w-]+)"/.exec(body ?? '')?.[1] ?? ''
  return REFUSALS[reason] ?? 'The connection broke. What has arrived is kept: resume to go on.'
}
