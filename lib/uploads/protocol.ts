/** Bytes of the largest file that is taken. */
export const MAX_UPLOAD_BYTES = 20 * 1024 ** 3

/**
 * Bytes a request of the browser carries: a lost line costs little, a request ends before the five
 * minutes the server gives it, and most proxies take it.
 */
export const CHUNK_BYTES = 32 * 1024 ** 2

/** Uploads one owner may have begun and not ended. */
export const MAX_UNFINISHED_UPLOADS = 20

/** ms without a new byte after which an upload is given up. */
export const ABANDONED_AFTER_MS = 7 * 86_400_000

export const MAX_TITLE_CHARS = 200

/** What a video is called that came as a file of this name, unless somebody says otherwise. */
export function titleOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '').slice(0, MAX_TITLE_CHARS)
}

/** Where files are sent to: `UPLOADS` begins one, `UPLOADS/ID` is one. */
export const UPLOADS_PATH = '/api/uploads'
