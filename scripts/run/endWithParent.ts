/** Preloaded (`--import`): ends this process in order when its parent is gone, however it went. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
