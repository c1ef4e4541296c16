const NAME = Symbol.for('framewise')

/**
 * A singleton per process: a pool, a cache, a loop, a set of counters. Next bundles a module into
 * several copies (for `server.ts`, route handlers and pages), each with its own module state; what they
 * share is stored on `globalThis` instead.
 * @param name unique in the whole code
 * @param make called once. What can fail or is created later belongs in a field of its result.
 */
export function onceAProcess<T extends object>(name: string, make: () => T): T {
  const scope = globalThis as { [NAME]?: Map<string, object> }
  scope[NAME] ??= new Map()
  const existing = scope[NAME].get(name) as T | undefined
  if (existing) return existing
  const made = make()
  scope[NAME].set(name, made)
  return made
}
