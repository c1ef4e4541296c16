import { spawn } from 'node:child_process'
import { which } from '#lib/which.ts'

export type FfmpegResult =
  | { ok: true; stdout: string }
  /** `killed`: it ended by a signal, ours or another; otherwise ffmpeg itself failed. */
  | { ok: false; killed: boolean; stderr: string }

type Options = {
  signal: AbortSignal
  /** Called with each complete line of stdout, which then is not part of the result. */
  onLine?: (line: string) => void
}

/** The end of stderr is kept. */
const MAX_STDERR_CHARS = 4000

/**
 * Runs ffmpeg or ffprobe at the lowest CPU priority. When the signal is aborted it is killed, and its
 * output is incomplete.
 * @throws when the program cannot be started
 */
export function runFfmpeg(
  tool: 'ffmpeg' | 'ffprobe',
  args: string[],
  { signal, onLine }: Options,
): Promise<FfmpegResult> {
  const nice = which(['nice'])
  const [command = tool, ...first] = nice ? [nice, '-n', '19', tool] : [tool]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const kill = () => child.kill('SIGKILL')
    signal.addEventListener('abort', kill)
    if (signal.aborted) kill()
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (!onLine) return
      const lines = stdout.split('\n')
      stdout = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-MAX_STDERR_CHARS)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      signal.removeEventListener('abort', kill)
      resolve(code === 0 ? { ok: true, stdout } : { ok: false, killed: code === null, stderr })
    })
  })
}
