import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { configuredHost, type HttpRequest, sendTo } from './http.ts'

/** A server process of its own on this process's keyspace and secret. */
export async function forkServer() {
  const child = fork(join(import.meta.dirname, 'serverProcess.ts'), {
    execArgv: [],
    env: { ...process.env, BEACONS_PER_MINUTE: '100000', NODE_OPTIONS: '' },
  })
  const [port] = (await once(child, 'message')) as [number]
  const exited = once(child, 'exit')
  return {
    send: (sent: HttpRequest) => sendTo({ port, host: configuredHost() }, sent),
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal)
      await exited
    },
  }
}
