export type ReadCaptions = { ok: true; vtt: string } | { ok: false; reason: string }

/** Text shown from one time to another, in seconds of media time. */
export type Cue = { from: number; to: number; settings: string; text: string[] }

export type ReadCues = { ok: true; cues: Cue[] } | { ok: false; reason: string }

const TIMING = /^\s*([\d:.,]+)\s+-->\s+([\d:.,]+)(.*)$/
const TIME = /^(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})$/
/** Blocks of WebVTT that are not captions. */
const NON_CUE_BLOCK = /^(NOTE|STYLE|REGION)\b/
/** The tags of SubRip files that WebVTT has too. */
const WEBVTT_TAG = /^<\/?(b|i|u|v|c|ruby|rt|lang)\b/i

/** Converts captions to WebVTT. @param bytes as for `readCues` */
export function readCaptions(bytes: Uint8Array): ReadCaptions {
  const read = readCues(bytes)
  return read.ok ? { ok: true, vtt: ['WEBVTT\n', ...read.cues.map(writeCue)].join('\n') } : read
}

/**
 * Parses WebVTT and SubRip, in UTF-8 or, as many old files are, Windows-1252. Cues keep their times;
 * tags that WebVTT does not have are dropped.
 * @returns the cues sorted by start, or the reason for the owner
 */
export function readCues(bytes: Uint8Array): ReadCues {
  const text = decode(bytes).replace(/\r\n?/g, '\n')
  const cues: Cue[] = []
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    if (at < 0 || NON_CUE_BLOCK.test(block.trimStart())) continue
    const cue = readCue(lines.slice(at))
    if (!cue)
      return { ok: false, reason: `This line is not a time: ${lines[at]?.trim().slice(0, 60)}` }
    if (cue.text.length > 0) cues.push(cue)
  }
  if (cues.length === 0)
    return { ok: false, reason: 'There are no captions in this file. WebVTT and SubRip work.' }
  cues.sort((a, b) => a.from - b.from)
  return { ok: true, cues }
}

function readCue([timing = '', ...text]: string[]): Cue | null {
  const [, from = '', to = '', settings = ''] = TIMING.exec(timing) ?? []
  const [start, end] = [readTime(from), readTime(to)]
  if (start === null || end === null || end <= start) return null
  const lines = text.map(cleanLine).filter((line) => line !== '')
  // SubRip puts pixel coordinates there.
  const known = settings.includes('X1:') ? '' : settings.trim()
  return { from: start, to: end, settings: known, text: lines }
}

function writeCue({ from, to, settings, text }: Cue): string {
  const timing = `${formatVttTime(from)} --> ${formatVttTime(to)}${settings ? ` ${settings}` : ''}`
  return `${timing}\n${text.join('\n')}\n`
}

// The patterns exclude their own opening bracket, so that a line of brackets takes linear time.
function cleanLine(line: string): string {
  return line
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/<[^<>]*>/g, (mark) => (WEBVTT_TAG.test(mark) ? mark : ''))
    .replace(/-->/g, '→')
    .trim()
}

function readTime(text: string): number | null {
  const parts = TIME.exec(text)
  if (!parts) return null
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1, 4).map((part) => Number(part ?? 0))
  return hours * 3600 + minutes * 60 + seconds + Number(`0.${parts[4]}`)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** @returns `01:02:03.456`, as WebVTT writes a time. */
export function formatVttTime(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0')
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':')
  return `${clock}.${`${ms % 1000}`.padStart(3, '0')}`
}
