/** A path as it stands in an address: folders stay folders, everything else is escaped. */
export function escapePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
