import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from 'vitest'

test('plain Node can load it, as server.ts does: nothing of it leads to a .tsx', async () => {
  await promisify(execFile)(process.execPath, ['-e', 'import("./lib/server/periodicJobs.ts")'])
})
