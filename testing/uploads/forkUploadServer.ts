import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { forkScript } from '../forkScript.ts'

/** A server process that only receives uploads, on this port. */
export async function forkUploadServer(port: number): Promise<ChildProcess> {
  const { child } = await forkScript(join(import.meta.dirname, 'uploadServer.ts'), [`${port}`])
  return child
}
