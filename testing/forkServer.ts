import { once } from 'node:events'
import { join } from 'node:path'
import { forkScript } from './forkScript.ts'
import { configuredHost, type HttpRequest, sendTo } from './http.ts'

/** A server process of its own on this process's keyspace and secret. */
export async function forkServer() {
  const script = join(import.meta.dirname, 'serverProcess.ts')
  const { child, message } = await forkScript(script, [], { BEACONS_PER_MINUTE: '100000' })
  const port = Number(message)
  const exited = once(child, 'exit')
  return {
    send: (sent: HttpRequest) => sendTo({ port, host: configuredHost() }, sent),
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal)
      await exited
    },
  }
}
