import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders `next build` reads. Of `public/` it records the file names. */
const FOLDERS = ['app', 'components', 'db', 'emails', 'lib', 'public']
const ROOT_FILE =
  /^(next\.config|instrumentation.*|proxy|postcss\.config|package.*|tsconfig.*)\.(json|mjs|ts)$/
const NOT_BUILT = /\.test\.tsx?$|^target$|^\./

/** A hash of the sources' contents: neither modification times nor a fresh clone change it. */
export function sourcesHash(root: string): string {
  const hash = createHash('sha256')
  for (const path of sourceFiles(root)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

export function sourceFiles(root: string): string[] {
  const top = readdirSync(root).filter((name) => ROOT_FILE.test(name))
  return [...top, ...FOLDERS.flatMap((folder) => filesBelow(root, folder))].sort()
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_BUILT.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(root, path) : [path]
    })
}
