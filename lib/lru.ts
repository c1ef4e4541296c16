/** A map that forgets what was not asked for the longest. */
export class LruMap<K, V> {
  readonly #max: number
  readonly #map = new Map<K, V>()
  /**
   * Stands before the oldest entry: what is asked for moves to the end. Kept, because a new iterator
   * would step over the gap of everything that was ever removed from the front.
   */
  #oldest: MapIterator<K> | undefined

  constructor(max: number) {
    this.#max = max
  }

  get(key: K): V | undefined {
    const value = this.#map.get(key)
    if (value === undefined) return undefined
    this.#map.delete(key)
    this.#map.set(key, value)
    return value
  }

  set(key: K, value: V): void {
    this.#map.delete(key)
    this.#map.set(key, value)
    if (this.#map.size > this.#max) this.#forgetOldest()
  }

  clear(): void {
    this.#map.clear()
    this.#oldest = undefined
  }

  get size(): number {
    return this.#map.size
  }

  #forgetOldest(): void {
    this.#oldest ??= this.#map.keys()
    const { done, value } = this.#oldest.next()
    if (!done) this.#map.delete(value)
  }
}
