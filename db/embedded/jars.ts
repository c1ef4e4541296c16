import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const pom = join(import.meta.dirname, 'pom.xml')

/** The folder is named after the pom's content: a new version of Cassandra is a new folder. */
export function jarsFolder(): string {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)
  return join(import.meta.dirname, 'target', `jars-${hash}`)
}

/**
 * Downloads Cassandra's jars unless they are already installed.
 * @throws Error that names what to install when Maven is missing, or holds Maven's output
 */
export async function fetchJars(log: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const folder = jarsFolder()
  if (existsSync(folder)) return
  log("Downloading Cassandra's jars (67 MB, once)")
  const unfinished = `${folder}.${process.pid}`
  try {
    await copyDependencies(unfinished, signal)
    // Atomic: the folder never exists half filled. A concurrent start may have been faster.
    if (!existsSync(folder)) renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function copyDependencies(folder: string, signal?: AbortSignal): Promise<void> {
  const args = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies']
  const child = spawn('mvn', [...args, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error('Install Maven (mvn): it fetches the database.')))
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`Maven could not fetch Cassandra (exit code ${code}):\n${output}`))
    })
  })
}
