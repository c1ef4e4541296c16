import { isMainThread } from 'node:worker_threads'

/*
 * Preloaded (`--import`) into a child of ours: ends it in order when its parent is gone, however
 * that went. Node preloads it into the child's own children too; those are the child's to end.
 */
if (isMainThread && process.channel && process.ppid === Number(process.env.FRAMEWISE_PARENT)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
