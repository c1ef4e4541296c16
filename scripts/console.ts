import { session } from '#db/client.ts'
import { syncTables } from '#db/sync.ts'
import { createUser } from '#lib/members/createUser.ts'
import { removeWatching } from '#lib/members/removeWatching.ts'
import { loginSchema, signupSchema } from '#lib/members/schemas.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { openDatabase } from './run/openDatabase.ts'
import { openRepl } from './run/openRepl.ts'
import { stopSignal } from './run/stopSignal.ts'

// npm run console: a REPL on the site's database; takes its lines from a pipe as well.
const say = (line: string) => console.error(line)
const stop = stopSignal()
const database = openDatabase(say)
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
  say(`Here are ${Object.keys(names).join(', ')}. Leave with .exit`)
  await openRepl(names, stop)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await database.release()
}
process.exit()
