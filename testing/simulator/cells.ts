type Cell = { value: unknown; timestamp: bigint }
type Columns = Record<string, unknown>

/**
 * Rows of cells with Cassandra's rules: of two writes to a cell the one with the later timestamp wins;
 * a delete hides cells that are not newer, whichever of the two is applied first.
 */
export class Cells {
  readonly #rows = new Map<string, Map<string, Cell>>()
  readonly #deletes: { covers: (key: string) => boolean; timestamp: bigint }[] = []

  write(key: string, columns: Columns, timestamp: bigint): void {
    let row = this.#rows.get(key)
    if (!row) {
      row = new Map()
      this.#rows.set(key, row)
    }
    for (const [column, value] of Object.entries(columns)) {
      const current = row.get(column)
      if (!current || wins({ value, timestamp }, current)) row.set(column, { value, timestamp })
    }
  }

  /** Deletes a row, or a whole partition: also the rows that are written to it later. */
  delete(covers: (key: string) => boolean, timestamp: bigint): void {
    this.#deletes.push({ covers, timestamp })
  }

  /** A row exists while any of its cells does. */
  read(key: string): Columns | undefined {
    const row = this.#rows.get(key)
    if (!row) return undefined
    const deletedAt = this.#deletedAt(key)
    const live = [...row].filter(([, { timestamp }]) => timestamp > deletedAt)
    if (live.length === 0) return undefined
    return Object.fromEntries(live.map(([column, { value }]) => [column, value]))
  }

  keys(): string[] {
    return [...this.#rows.keys()].filter((key) => this.read(key) !== undefined)
  }

  #deletedAt(key: string): bigint {
    let latest = -1n
    for (const { covers, timestamp } of this.#deletes)
      if (timestamp > latest && covers(key)) latest = timestamp
    return latest
  }
}

/** At equal timestamps the greater value wins, cell by cell. */
function wins(a: Cell, b: Cell): boolean {
  if (a.timestamp !== b.timestamp) return a.timestamp > b.timestamp
  return text(a.value) > text(b.value)
}

function text(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}
