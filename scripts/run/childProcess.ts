import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

type Options = { env?: Record<string, string>; stop: AbortSignal; quiet?: boolean }

/** A child that has not ended this long after SIGTERM is killed. */
const STOP_TIMEOUT_MS = 20_000

/** A running script. `ended` resolves to its exit code, or to 1 when a signal ended it. */
export type Running = { child: ChildProcess; ended: Promise<number>; output(): string }

/**
 * Runs a script with this Node until it ends or `stop` is aborted, which sends SIGTERM. It also ends
 * when this process ends, even by kill -9.
 * @param options.quiet capture its output for `output()` instead of printing it
 */
export function runScript(args: string[], { env = {}, stop, quiet = false }: Options): Running {
  const guard = ['--import', join(import.meta.dirname, 'endWithParent.ts')]
  const out = quiet ? 'pipe' : 'inherit'
  const child = spawn(process.execPath, [...guard, ...args], {
    env: { ...process.env, ...env, FRAMEWISE_PARENT: `${process.pid}` },
    stdio: ['ignore', out, out, 'ipc'],
  })
  let captured = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      captured += text
    })
  }
  const end = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS).unref()
  }
  stop.addEventListener('abort', end)
  if (stop.aborted) end()
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => {
      stop.removeEventListener('abort', end)
      resolve(code ?? 1)
    })
  })
  return { child, ended, output: () => captured }
}
