type Frames = { compared: number; missing: number; extra: number }

/** The result of a comparison of the tables with what was sent. */
export class Findings {
  acknowledged = { beacons: 0, segments: 0 }
  /** Acknowledged, and not merged. */
  lost = { beacons: 0, segments: 0 }
  /** Given up without a response; counted or not, both are right. */
  unacknowledged = { beacons: 0, counted: 0 }
  readonly #frames = new Map<string, Frames>()
  readonly #differs = new Map<string, { compared: number; differing: number; example: string }>()

  beacon(segments: number, isAcknowledged: boolean, isMerged: boolean): void {
    if (!isAcknowledged) {
      this.unacknowledged.beacons++
      if (isMerged) this.unacknowledged.counted++
      return
    }
    for (const sum of isMerged ? [this.acknowledged] : [this.acknowledged, this.lost]) {
      sum.beacons++
      sum.segments += segments
    }
  }

  frames(name: string, expected: ArrayLike<number>, found: ArrayLike<number>): void {
    const sum = this.#frames.get(name) ?? { compared: 0, missing: 0, extra: 0 }
    for (let frame = 0; frame < Math.max(expected.length, found.length); frame++) {
      const more = (found[frame] ?? 0) - (expected[frame] ?? 0)
      sum.compared += expected[frame] ?? 0
      if (more < 0) sum.missing -= more
      else sum.extra += more
    }
    this.#frames.set(name, sum)
  }

  equal<T extends number | string>(name: string, expected: T, found: T): void {
    const sum = this.#differs.get(name) ?? { compared: 0, differing: 0, example: '' }
    sum.compared++
    if (expected !== found) {
      sum.differing++
      sum.example ||= `${expected} expected, ${found} found`
    }
    this.#differs.set(name, sum)
  }

  get hasLost(): boolean {
    return this.lost.beacons > 0
  }

  /** Plays of a frame that are missing, in all comparisons together. */
  get missing(): number {
    return [...this.#frames.values()].reduce((sum, { missing }) => sum + missing, 0)
  }

  /** Plays of a frame too many, in all comparisons together. */
  get extra(): number {
    return [...this.#frames.values()].reduce((sum, { extra }) => sum + extra, 0)
  }

  get isRight(): boolean {
    const differing = [...this.#differs.values()].some((sum) => sum.differing > 0)
    return !this.hasLost && this.missing === 0 && this.extra === 0 && !differing
  }

  lines(): string[] {
    const { acknowledged, lost, unacknowledged } = this
    return [
      `acknowledged: ${acknowledged.segments} segments in ${acknowledged.beacons} beacons`,
      `acknowledged and lost: ${lost.segments} segments in ${lost.beacons} beacons`,
      `given up without an answer: ${unacknowledged.beacons} beacons, of which ${unacknowledged.counted} are counted`,
      ...Array.from(
        this.#frames,
        ([name, { compared, missing, extra }]) =>
          `${name}: ${compared} plays of a frame, ${missing} missing, ${extra} too many`,
      ),
      ...Array.from(
        this.#differs,
        ([name, { compared, differing, example }]) =>
          `${name}: ${compared} compared, ${differing} differ${example ? ` (${example})` : ''}`,
      ),
    ]
  }
}
