/**
 * A signal that is aborted when this process should end: on SIGTERM, Ctrl-C, a closed terminal, or
 * when its parent has ended (the IPC channel then closes, even after kill -9). The reason says which.
 */
export function createStopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = (cause: string) => controller.abort(new Error(`Stopped: ${cause}`))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.channel) {
    process.on('disconnect', () => stop('the parent process has ended'))
    process.channel.unref()
  }
  return controller.signal
}
