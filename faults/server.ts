import type { Running } from '../scripts/run/childProcess.ts'
import { startServer } from '../scripts/run/startServer.ts'

/** One server process of the product, which can be killed and started again on its port. */
export class Server {
  readonly name: string
  readonly port: number
  readonly #start: () => Promise<Running>
  readonly #done: AbortController
  #running: Running | undefined
  /** Output of the processes that were killed. */
  #output = ''

  constructor(
    name: string,
    port: number,
    distDir: string,
    env: Record<string, string>,
    stop: AbortSignal,
  ) {
    this.name = name
    this.port = port
    this.#done = new AbortController()
    const signal = AbortSignal.any([this.#done.signal, stop])
    this.#start = () => startServer(distDir, { ...env, PORT: `${port}` }, signal, true)
  }

  async start(): Promise<void> {
    this.#running = await this.#start()
  }

  get pid(): number {
    return this.#running?.child.pid ?? 0
  }

  signal(signal: NodeJS.Signals): void {
    this.#running?.child.kill(signal)
  }

  /** kill -9; resolves when the process has ended. */
  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.#running?.ended
    this.#output += this.#running?.output() ?? ''
    this.#running = undefined
  }

  /** Shuts it down gracefully. */
  async stop(): Promise<void> {
    this.#done.abort()
    await this.#running?.ended
  }

  /** Lines logged as errors, without time and process id, each of them once. */
  errors(): string[] {
    const lines = (this.#output + (this.#running?.output() ?? '')).split('\n')
    const errors = lines.filter((line) => /^\{"level":[56]0,/.test(line))
    return [...new Set(errors.map((line) => line.replace(/"(time|pid)":\d+,?/g, '')))]
  }
}
