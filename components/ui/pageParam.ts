/** The page an address names, from 1; what is no page is the first. */
export function pageParam(param: string | string[] | undefined): number {
  return typeof param === 'string' && /^[1-9]\d{0,5}$/.test(param) ? Number(param) : 1
}
