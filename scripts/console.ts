import { session } from '#db/client.ts'
import { syncTables } from '#db/sync.ts'
import { createUser } from '#lib/members/createUser.ts'
import { removeWatching } from '#lib/members/removeWatching.ts'
import { loginSchema, signupSchema } from '#lib/members/schemas.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { openDatabase } from './run/openDatabase.ts'
import { runRepl } from './run/runRepl.ts'
import { createStopSignal } from './run/stopSignal.ts'

// npm run console: a REPL on the site's database; also reads lines from a pipe.
const log = (line: string) => console.error(line)
const stop = createStopSignal()
const database = openDatabase(log)
try {
  await database.ready
  await syncTables()
  const names = {
    createUser,
    signupSchema,
    loginSchema,
    removeVideo,
    removeWatching,
    session: await session(),
  }
  log(`Available: ${Object.keys(names).join(', ')}. Leave with .exit`)
  await runRepl(names, stop)
} catch (error) {
  log(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await database.release()
}
process.exit()
