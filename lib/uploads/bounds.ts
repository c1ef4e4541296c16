/** Bytes of the largest file that is taken. */
export const MOST_BYTES = 20 * 1024 ** 3

/**
 * Bytes a request of the browser carries: a lost line costs little, a request ends before the five
 * minutes the server gives it, and most proxies take it.
 */
export const CHUNK_BYTES = 32 * 1024 ** 2

/** Uploads one owner may have begun and not ended. */
export const MOST_UNFINISHED = 20

/** ms without a new byte after which an upload is given up. */
export const ABANDONED_MS = 7 * 86_400_000

export const MOST_TITLE = 200

/** What a video is called that came as a file of this name, unless somebody says otherwise. */
export function titleOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '').slice(0, MOST_TITLE)
}

/** Where files are sent to: `UPLOADS` begins one, `UPLOADS/ID` is one. */
export const UPLOADS = '/api/uploads'
