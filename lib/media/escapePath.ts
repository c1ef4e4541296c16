/** Percent-encodes a path for use in a URL; its slashes stay. */
export function escapePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
