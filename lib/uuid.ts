const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether it is a uuid in lower case. The driver throws on anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
