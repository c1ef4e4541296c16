type Cell = { value: unknown; timestamp: bigint }
type Columns = Record<string, unknown>

/** Rows of cells as Cassandra keeps them: of two writes the later timestamp wins, cell by cell. */
export class Cells {
  readonly #rows = new Map<string, Map<string, Cell>>()

  write(key: string, columns: Columns, timestamp: bigint): void {
    let row = this.#rows.get(key)
    if (!row) {
      row = new Map()
      this.#rows.set(key, row)
    }
    for (const [column, value] of Object.entries(columns)) {
      const there = row.get(column)
      if (!there || wins({ value, timestamp }, there)) row.set(column, { value, timestamp })
    }
  }

  read(key: string): Columns | undefined {
    const row = this.#rows.get(key)
    return row && Object.fromEntries(Array.from(row, ([column, { value }]) => [column, value]))
  }

  keys(): string[] {
    return [...this.#rows.keys()]
  }
}

/** At the same timestamp the greater value wins, whatever the row's other cells do. */
function wins(a: Cell, b: Cell): boolean {
  if (a.timestamp !== b.timestamp) return a.timestamp > b.timestamp
  return text(a.value) > text(b.value)
}

function text(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}
