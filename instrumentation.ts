/** Next calls this once at startup. In production `server.ts` starts the services itself. */
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
  // Not awaited: pages are served, with a notice, while the database is away.
  void retryUntilAborted(startWatchService, 1000, new AbortController().signal, console.error)
}
