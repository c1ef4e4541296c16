/** Next calls this once when it starts. In production `server.ts` runs the lanes itself. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'development') return
  const { startWatchService } = await import('#lib/watch/service.ts')
  await startWatchService()
}
