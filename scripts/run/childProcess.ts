import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

type Options = { env?: Record<string, string>; stop: AbortSignal; quiet?: boolean }

/** After this a child that was told to end is killed. */
const STOP_TIMEOUT = 20_000

/** One of our own, or of Next's, running. `ended` resolves to its exit code, 1 for a signal. */
export type Running = { child: ChildProcess; ended: Promise<number>; output(): string }

/**
 * Runs a script with this Node; `stop` ends it with SIGTERM. It ends by itself when this process is
 * gone. `quiet`: its output is kept, for `output()`, and not shown.
 */
export function runScript(args: string[], { env = {}, stop, quiet = false }: Options): Running {
  const guard = ['--import', join(import.meta.dirname, 'endWithParent.ts')]
  const out = quiet ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, [...guard, ...args], {
    env: { ...process.env, ...env, FRAMEWISE_PARENT: `${process.pid}` },
    stdio: ['ignore', out, out, 'ipc'],
  })
  let kept = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept += text
    })
  }
  const end = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT).unref()
  }
  stop.addEventListener('abort', end)
  if (stop.aborted) end()
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => {
      stop.removeEventListener('abort', end)
      resolve(code ?? 1)
    })
  })
  return { child, ended, output: () => kept }
}
