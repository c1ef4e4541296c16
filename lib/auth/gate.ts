import { availableParallelism } from 'node:os'

type Gate = { running: number; waiting: (() => void)[] }

// Shared by all copies of this module: the cores are shared too.
const scope = globalThis as { framewiseHashGate?: Gate }
scope.framewiseHashGate ??= { running: 0, waiting: [] }
const gate = scope.framewiseHashGate

export const GATE_QUEUE = 32
const AT_ONCE = Math.max(1, availableParallelism() - 1)

export type Busy = { ok: false; reason: 'busy' }

/**
 * Lets heavy work through so that a core stays free for everyone else: at most one at once per core
 * but one, at most 32 waiting, in order.
 * @returns the work's result, or `busy` at once when the queue is full.
 */
export async function throughGate<T>(
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | Busy> {
  if (gate.running >= AT_ONCE) {
    if (gate.waiting.length >= GATE_QUEUE) return { ok: false, reason: 'busy' }
    await new Promise<void>((resume) => gate.waiting.push(resume))
  } else {
    gate.running += 1
  }
  try {
    return { ok: true, value: await work() }
  } finally {
    leave()
  }
}

/** The place is handed to the next in line, or given back. */
function leave() {
  const next = gate.waiting.shift()
  if (next) next()
  else gate.running -= 1
}
