import { spawn } from 'node:child_process'
import { which } from '#lib/which.ts'

export type ToolResult =
  | { ok: true; out: string }
  /** `killed`: by somebody else, or by us when the signal was aborted; else it gave up by itself. */
  | { ok: false; killed: boolean; said: string }

type Options = {
  signal: AbortSignal
  /** Told each whole line it prints, which then is not kept. */
  onLine?: (line: string) => void
}

/** So much of what it complains of is kept, from the end. */
const KEPT = 4000

/**
 * Runs ffmpeg or ffprobe, as the last in line for the processor, until it ends or the signal is
 * aborted; what is half done then is worth nothing.
 */
export function runFfmpeg(
  name: 'ffmpeg' | 'ffprobe',
  args: string[],
  { signal, onLine }: Options,
): Promise<ToolResult> {
  const nice = which(['nice'])
  const [command = name, ...first] = nice ? [nice, '-n', '19', name] : [name]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const end = () => child.kill('SIGKILL')
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    let out = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (!onLine) return
      const lines = out.split('\n')
      out = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-KEPT)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      signal.removeEventListener('abort', end)
      resolve(code === 0 ? { ok: true, out } : { ok: false, killed: code === null, said })
    })
  })
}
