/** Next calls this once when it starts. In production `server.ts` runs the lanes itself. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'development') return
  const [
    { retryUntilAborted },
    { startWatchService },
    { startPeriodicJobs },
    { startTranscodingWorker },
  ] = await Promise.all([
    import('#lib/server/retryUntilAborted.ts'),
    import('#lib/watch/service.ts'),
    import('#lib/server/periodicJobs.ts'),
    import('#lib/transcoding/worker.ts'),
  ])
  startPeriodicJobs()
  startTranscodingWorker()
  // Not awaited: pages come, and say that the database is away, before it is there.
  void retryUntilAborted(startWatchService, 1000, new AbortController().signal, console.error)
}
