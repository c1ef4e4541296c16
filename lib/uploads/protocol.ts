export const MAX_UPLOAD_BYTES = 20 * 1024 ** 3

/**
 * Bytes a request carries: little is lost when the connection breaks, a request ends within the
 * server's timeout of five minutes, and most proxies accept it.
 */
export const CHUNK_BYTES = 32 * 1024 ** 2

/** For one owner. */
export const MAX_UNFINISHED_UPLOADS = 20

/** Without a new byte for this long, an upload is deleted. */
export const ABANDONED_AFTER_MS = 7 * 86_400_000

export const MAX_TITLE_CHARS = 200

/** The default title of a video uploaded as a file of this name. */
export function titleOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '').slice(0, MAX_TITLE_CHARS)
}

/** POST here creates an upload, whose own path is `UPLOADS_PATH/ID`. */
export const UPLOADS_PATH = '/api/uploads'
