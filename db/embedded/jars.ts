import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const pom = join(import.meta.dirname, 'pom.xml')

/** The jars' folder is named after what the pom says: a new version is a new folder. */
export function jarsFolder(): string {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)
  return join(import.meta.dirname, 'target', `jars-${hash}`)
}

/**
 * Fetches Cassandra's jars unless they are there.
 * @throws Error that says what to install when Maven is missing, or shows what Maven said.
 */
export async function fetchJars(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const folder = jarsFolder()
  if (existsSync(folder)) return
  say("Fetching Cassandra's jars (67 MB, once)")
  const unfinished = `${folder}.${process.pid}`
  try {
    await copyDependencies(unfinished, signal)
    // In one step: whoever sees the folder sees all of it. Another start may have been faster.
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
