/**
 * A byte string that grows as it is written. Numbers are unsigned LEB128 varints (7 bits a byte,
 * lowest first), exact up to 2^53 - 1; arithmetic, not bit operations, because those stop at 2^31.
 */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(128)
  #length = 0

  varint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`No varint for ${value}`)
    this.#reserve(8)
    let rest = value
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
    return this
  }

  /** A signed number as a varint: 0, -1, 1, -2 are 0, 1, 2, 3. */
  zigzag(value: number): this {
    return this.varint(value < 0 ? -2 * value - 1 : 2 * value)
  }

  uuid(id: string): this {
    return this.raw(Buffer.from(id.replaceAll('-', ''), 'hex'))
  }

  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length
  }

  finish(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length))
  }

  #reserve(more: number) {
    if (this.#length + more <= this.#bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more))
    this.#bytes.copy(grown, 0, 0, this.#length)
    this.#bytes = grown
  }
}

/** Reads what `ByteWriter` wrote. @throws RangeError when the bytes end too early. */
export class ByteReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length
  }

  varint(): number {
    // Most numbers are one byte long.
    const first = this.#bytes[this.#at]
    if (first !== undefined && first < 0x80) {
      this.#at++
      return first
    }
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new RangeError('The bytes end within a number')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 0x80
      if (scale > 2 ** 49) throw new RangeError('A number longer than 53 bits')
    }
  }

  zigzag(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  uuid(): string {
    const hex = this.raw(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  raw(length: number): Buffer {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new RangeError('The bytes end too early')
    const part = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return part
  }

  /** Every blob begins with the number of its format. */
  expectVersion(version: number): this {
    const found = this.varint()
    if (found !== version) throw new RangeError(`Format ${found}, not ${version}`)
    return this
  }
}
