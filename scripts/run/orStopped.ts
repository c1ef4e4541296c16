/** The promise's outcome, or the signal's reason thrown as soon as it is aborted. */
export function orStopped<T>(promise: Promise<T>, stop: AbortSignal): Promise<T> {
  stop.throwIfAborted()
  return new Promise((resolve, reject) => {
    const give = () => reject(stop.reason)
    stop.addEventListener('abort', give, { once: true })
    promise.then(resolve, reject).finally(() => stop.removeEventListener('abort', give))
  })
}
