import { EventEmitter, once } from 'node:events'
import { onceAProcess } from '#lib/onceAProcess.ts'

type Bell = { rings: number; emitter: EventEmitter }

const bell = onceAProcess(
  'transcoding wakeup',
  (): Bell => ({ rings: 0, emitter: new EventEmitter() }),
)

/** Wakes whoever makes videos in this process: there may be something to do, or to leave. */
export function wakeWorker(): void {
  bell.rings += 1
  bell.emitter.emit('ring')
}

/** How often it has rung; to be read before one looks what there is to do. */
export function wakeupsSoFar(): number {
  return bell.rings
}

/** Waits until it rings again after `heard`, or so many ms, or for the signal. */
export async function untilWakeup(heard: number, ms: number, signal: AbortSignal): Promise<void> {
  if (bell.rings !== heard || signal.aborted) return
  const over = AbortSignal.any([signal, AbortSignal.timeout(ms)])
  await once(bell.emitter, 'ring', { signal: over }).catch(() => {})
}
