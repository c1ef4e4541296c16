import { EventEmitter, once } from 'node:events'
import { onceAProcess } from '#lib/onceAProcess.ts'

type Wakeup = { count: number; emitter: EventEmitter }

const wakeup = onceAProcess(
  'transcoding wakeup',
  (): Wakeup => ({ count: 0, emitter: new EventEmitter() }),
)

/** Wakes the worker of this process: a job may have been added or cancelled. */
export function wakeWorker(): void {
  wakeup.count += 1
  wakeup.emitter.emit('wakeup')
}

/** Read it before looking for work: a wakeup in between then ends `waitForWakeup` at once. */
export function wakeupCount(): number {
  return wakeup.count
}

/** Waits for a wakeup after the `seen`th, for `ms`, or for the signal. */
export async function waitForWakeup(seen: number, ms: number, signal: AbortSignal): Promise<void> {
  if (wakeup.count !== seen || signal.aborted) return
  const end = AbortSignal.any([signal, AbortSignal.timeout(ms)])
  await once(wakeup.emitter, 'wakeup', { signal: end }).catch(() => {})
}
