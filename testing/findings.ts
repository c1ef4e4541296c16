type Frames = { compared: number; missing: number; extra: number }

/** What a comparison came to. */
export class Findings {
  acknowledged = { beacons: 0, segments: 0 }
  /** Acknowledged, and not among the merged numbers. */
  lost = { beacons: 0, segments: 0 }
  /** Not acknowledged, and counted all the same, as is allowed. */
  unheard = { beacons: 0, counted: 0 }
  readonly #frames = new Map<string, Frames>()
  readonly #differs = new Map<string, { compared: number; differing: number; example: string }>()

  beacon(segments: number, acknowledged: boolean, isMerged: boolean): void {
    if (!acknowledged) {
      this.unheard.beacons++
      if (isMerged) this.unheard.counted++
      return
    }
    for (const sum of isMerged ? [this.acknowledged] : [this.acknowledged, this.lost]) {
      sum.beacons++
      sum.segments += segments
    }
  }

  frames(name: string, wanted: ArrayLike<number>, found: ArrayLike<number>): void {
    const sum = this.#frames.get(name) ?? { compared: 0, missing: 0, extra: 0 }
    for (let frame = 0; frame < Math.max(wanted.length, found.length); frame++) {
      const more = (found[frame] ?? 0) - (wanted[frame] ?? 0)
      sum.compared += wanted[frame] ?? 0
      if (more < 0) sum.missing -= more
      else sum.extra += more
    }
    this.#frames.set(name, sum)
  }

  equal<T extends number | string>(name: string, wanted: T, found: T): void {
    const sum = this.#differs.get(name) ?? { compared: 0, differing: 0, example: '' }
    sum.compared++
    if (wanted !== found) {
      sum.differing++
      sum.example ||= `${wanted} expected, ${found} found`
    }
    this.#differs.set(name, sum)
  }

  get hasLost(): boolean {
    return this.lost.beacons > 0
  }

  /** Frames that are counted too seldom anywhere. */
  get missing(): number {
    return [...this.#frames.values()].reduce((sum, { missing }) => sum + missing, 0)
  }

  /** Frames that are counted too often anywhere. */
  get extra(): number {
    return [...this.#frames.values()].reduce((sum, { extra }) => sum + extra, 0)
  }

  get isRight(): boolean {
    const differing = [...this.#differs.values()].some((sum) => sum.differing > 0)
    return !this.hasLost && this.missing === 0 && this.extra === 0 && !differing
  }

  lines(): string[] {
    const { acknowledged, lost, unheard } = this
    return [
      `acknowledged: ${acknowledged.segments} segments in ${acknowledged.beacons} beacons`,
      `acknowledged and lost: ${lost.segments} segments in ${lost.beacons} beacons`,
      `given up without an answer: ${unheard.beacons} beacons, of which ${unheard.counted} are counted`,
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
