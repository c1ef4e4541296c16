import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first executable with one of these names on the PATH. */
export function which(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(/* turbopackIgnore: true */ file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
