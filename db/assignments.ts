/**
 * The `SET` clause of an UPDATE and its values, for the fields present in `change`.
 * @param columnOf the column of each field
 */
export function assignments<Field extends string>(
  columnOf: Record<Field, string>,
  change: Partial<Record<Field, unknown>>,
): { set: string; values: unknown[] } {
  const fields = Object.keys(change) as Field[]
  return {
    set: fields.map((field) => `${columnOf[field]} = ?`).join(', '),
    values: fields.map((field) => change[field]),
  }
}
