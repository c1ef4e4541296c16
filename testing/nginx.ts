import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { which } from '#lib/which.ts'
import { until } from './until.ts'

/** Debian installs it into a folder that only root has in its PATH. */
const DEBIAN_PATH = '/usr/sbin/nginx'
const START_TIMEOUT_MS = 30_000

export function nginxPath(): string | undefined {
  return which(['nginx']) ?? (existsSync(DEBIAN_PATH) ? DEBIAN_PATH : undefined)
}

/**
 * Starts a real nginx with this configuration of a site; resolves when it listens.
 * @returns what stops it.
 */
export async function startNginx(site: string, port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  const file = join(folder, 'nginx.conf')
  await writeFile(join(folder, 'site.conf'), site, { mode: 0o600 })
  await writeFile(file, mainConfig(folder))
  const args = ['-p', folder, '-c', file, '-e', 'stderr']
  const child = spawn(nginxPath() ?? 'nginx', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'close')
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const answers = () => {
    if (child.exitCode !== null) throw new Error(`nginx ended:\n${printed}`)
    return isListening(port)
  }
  await until(answers, { what: 'nginx listens', withinMs: START_TIMEOUT_MS, everyMs: 20 })
  return async () => {
    child.kill('SIGQUIT')
    await ended
    await rm(folder, { recursive: true })
  }
}

/** The main configuration: every file nginx writes stays in the folder. */
function mainConfig(folder: string): string {
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ')
  return `${user} daemon off; worker_processes 1; pid ${join(folder, 'pid')};
error_log stderr crit; events {}
http { access_log off; ${temporary} include ${join(folder, 'site.conf')}; }
`
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (isListening: boolean) => {
      socket.destroy()
      resolve(isListening)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
