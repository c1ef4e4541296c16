import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The Java versions Cassandra 5.0 runs on; it refuses to start on a newer one. */
const SUPPORTED_VERSIONS = new Set([11, 17])

/** @returns the path of a `java` that Cassandra can run on, or undefined. */
export async function findJava(): Promise<string | undefined> {
  for (const java of candidates()) {
    if (SUPPORTED_VERSIONS.has(await versionOf(java))) return java
  }
  return undefined
}

function candidates(): string[] {
  const home = process.env.JAVA_HOME
  return [...(home ? [join(home, 'bin', 'java')] : []), 'java', ...installed()]
}

/** The JDK folders of Linux distributions and macOS. */
function installed(): string[] {
  return [
    ['/usr/lib/jvm', 'bin/java'],
    ['/Library/Java/JavaVirtualMachines', 'Contents/Home/bin/java'],
  ].flatMap(([folder = '', binary = '']) => {
    try {
      return readdirSync(folder).map((name) => join(folder, name, binary))
    } catch {
      return []
    }
  })
}

async function versionOf(java: string): Promise<number> {
  try {
    const { stderr } = await run(java, ['-version'], { timeout: 20_000 })
    return parseJavaVersion(stderr)
  } catch {
    return 0
  }
}

/** @returns the major version in the output of `java -version`, 0 when it holds none. */
export function parseJavaVersion(text: string): number {
  const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? []
  return Number(first === '1' ? second : first)
}
