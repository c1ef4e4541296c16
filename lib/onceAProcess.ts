const NAME = Symbol.for('framewise')

/**
 * What exists once in a process: a pool, a cache, a loop, a set of counters. Next bundles a module
 * into several copies (one for `server.ts`, one for route handlers, one for pages), each with module
 * state of its own; what they must share hangs on `globalThis` instead.
 * @param name one name for one thing; in the whole code it is used in one place
 * @param make called the first time only. What may fail, or is made later, belongs into a field of
 *   what it returns.
 */
export function onceAProcess<T extends object>(name: string, make: () => T): T {
  const scope = globalThis as { [NAME]?: Map<string, object> }
  scope[NAME] ??= new Map()
  const known = scope[NAME].get(name) as T | undefined
  if (known) return known
  const made = make()
  scope[NAME].set(name, made)
  return made
}
