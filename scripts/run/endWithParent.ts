import { isMainThread } from 'node:worker_threads'

/*
 * Preloaded (`--import`) into a child process: sends it SIGTERM when its parent has ended, even by
 * kill -9. Node preloads it into the child's own children too, which the child ends itself.
 */
if (isMainThread && process.channel && process.ppid === Number(process.env.FRAMEWISE_PARENT)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
