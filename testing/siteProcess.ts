import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A process of a site under test. */
export type Member = { pid: number; command: string }

/** The site's own database and keyspace, whatever this process was told. */
const OWN = { CASSANDRA_CONTACT_POINTS: undefined, CASSANDRA_KEYSPACE: undefined }
const PATIENCE = 150_000

/** Asks until the answer is truthy. @throws Error naming what was waited for. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`)
    await wait(100)
  }
}

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
      env: { ...process.env, ...OWN, DATA_DIR: dataDir, PORT: `${port}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.npm.stdout, this.npm.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
    }
  }

  /** @throws Error with all that was printed, when it ends without having printed it. */
  async untilItSays(words: string): Promise<void> {
    await eventually(`"${words}"`, () => {
      if (this.output.includes(words)) return true
      if (this.npm.exitCode !== null) throw new Error(`npm start ended:\n${this.output}`)
      return false
    }).catch((error: Error) => {
      throw new Error(`${error.message}; so far:\n${this.output}`)
    })
  }

  async exitCode(): Promise<number | null> {
    if (this.npm.exitCode === null && this.npm.signalCode === null) await once(this.npm, 'exit')
    return this.npm.exitCode
  }

  /** Every process that runs on this data folder, known by its environment. */
  members(): Member[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`) }))
      .filter(({ pid }) =>
        read(`/proc/${pid}/environ`).split('\0').includes(`DATA_DIR=${this.#dataDir}`),
      )
  }

  /** The one process whose command line has these words in it. */
  find(words: string): Member {
    const found = this.members().filter(({ command }) => command.includes(words))
    const [first] = found
    if (!first) throw new Error(`No process of the site has "${words}" in its command`)
    return first
  }

  /** To all of them at once, as Ctrl-C in a terminal; but not to the database's own session. */
  signalGroup(signal: NodeJS.Signals): void {
    if (this.npm.pid) process.kill(-this.npm.pid, signal)
  }

  untilNothingIsLeft(): Promise<boolean> {
    return eventually('every process to end', () => this.members().length === 0)
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
