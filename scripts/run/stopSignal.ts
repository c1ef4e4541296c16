/**
 * Aborted once, when this process is told to end: SIGTERM, Ctrl-C, a closed terminal, or the end of
 * the process that started it (its IPC channel closes, however it went). The reason says which.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = (why: string) => controller.abort(new Error(`Stopped: ${why}`))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.channel) {
    process.on('disconnect', () => stop('the process that started this one is gone'))
    process.channel.unref()
  }
  return controller.signal
}
