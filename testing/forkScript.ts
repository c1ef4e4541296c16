import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * A script in a process of its own, without this one's Node options.
 * @param path absolute
 * @returns the process and the first message that it sent
 * @throws Error when it ends before it sends one
 */
export async function forkScript(
  path: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; message: unknown }> {
  const child = fork(path, args, {
    execArgv: [],
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${path} ended with ${code} before it was ready`)
  })
  const [message] = await Promise.race([once(child, 'message'), ended])
  return { child, message }
}
