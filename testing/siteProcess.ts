import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { until } from './until.ts'

/** A process of a site under test. */
export type Member = { pid: number; command: string }

/** The site uses its own database and keyspace, whatever this process's environment sets. */
const OWN_DATABASE = { CASSANDRA_CONTACT_POINTS: undefined, CASSANDRA_KEYSPACE: undefined }
const TIMEOUT_MS = 150_000

/** `npm start` in a process group of its own, as a terminal would start it. */
export class SiteProcess {
  output = ''
  readonly npm: ChildProcess
  readonly url: string
  readonly #dataDir: string

  constructor(dataDir: string, port: number) {
    this.#dataDir = dataDir
    this.url = `http://127.0.0.1:${port}`
    this.npm = spawn('npm', ['start'], {
      detached: true,
      env: { ...process.env, ...OWN_DATABASE, DATA_DIR: dataDir, PORT: `${port}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.npm.stdout, this.npm.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
    }
  }

  /** @throws Error with the whole output, when it ends or times out without having printed `text`. */
  async untilItPrints(text: string): Promise<void> {
    const isPrinted = () => {
      if (this.output.includes(text)) return true
      if (this.npm.exitCode !== null) throw new Error('npm start ended')
      return false
    }
    await until(isPrinted, { what: `"${text}" is printed`, withinMs: TIMEOUT_MS }).catch(
      (error: Error) => {
        throw new Error(`${error.message}; its output:\n${this.output}`)
      },
    )
  }

  async exitCode(): Promise<number | null> {
    if (this.npm.exitCode === null && this.npm.signalCode === null) await once(this.npm, 'exit')
    return this.npm.exitCode
  }

  /** Every process that runs on this data folder, found by its environment. */
  members(): Member[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`) }))
      .filter(({ pid }) =>
        read(`/proc/${pid}/environ`).split('\0').includes(`DATA_DIR=${this.#dataDir}`),
      )
  }

  /** The first process whose command line contains `text`. @throws Error when there is none. */
  find(text: string): Member {
    const found = this.members().find(({ command }) => command.includes(text))
    if (!found) throw new Error(`No process of the site has "${text}" in its command line`)
    return found
  }

  /** As Ctrl-C in a terminal does: to the whole group, but not to the database's own session. */
  signalGroup(signal: NodeJS.Signals): void {
    if (this.npm.pid) process.kill(-this.npm.pid, signal)
  }

  untilNothingIsLeft(): Promise<boolean> {
    const isEmpty = () => this.members().length === 0
    return until(isEmpty, { what: 'every process has ended', withinMs: TIMEOUT_MS })
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
