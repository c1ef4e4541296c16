import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { which } from '#lib/which.ts'

/** Debian's is in a folder that only root has in its PATH. */
const USUAL = '/usr/sbin/nginx'

export function nginxPath(): string | undefined {
  return which(['nginx']) ?? (existsSync(USUAL) ? USUAL : undefined)
}

/** A real nginx with this configuration of a site, until it is stopped. Resolves when it answers. */
export async function startNginx(site: string, port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  const file = join(folder, 'nginx.conf')
  await writeFile(join(folder, 'site.conf'), site, { mode: 0o600 })
  await writeFile(file, whole(folder))
  const args = ['-p', folder, '-c', file, '-e', 'stderr']
  const child = spawn(nginxPath() ?? 'nginx', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'close')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended:\n${said}`)
    await wait(20)
  }
  return async () => {
    child.kill('SIGQUIT')
    await ended
    await rm(folder, { recursive: true })
  }
}

/** All that it would otherwise keep elsewhere stays in the folder. */
function whole(folder: string): string {
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
    const answer = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => answer(true)).once('error', () => answer(false))
  })
}
