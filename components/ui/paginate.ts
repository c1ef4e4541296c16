type Param = string | string[] | undefined

/** Parses the `page` URL parameter, from 1; anything else is page 1. */
export function pageParam(param: Param): number {
  return typeof param === 'string' && /^[1-9]\d{0,5}$/.test(param) ? Number(param) : 1
}

/** The page of a list that a URL parameter names; numbers past the last page give the last. */
export function paginate<T>(all: readonly T[], param: Param, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(pageParam(param), pages)
  return { shown: all.slice((page - 1) * size, page * size), page, pages }
}
