import { Upload, type UploadOptions } from 'tus-js-client'
import { env } from '#lib/env.ts'
import { UPLOADS_PATH } from '#lib/uploads/protocol.ts'

const own = () => `localhost:${env().PORT}`

/** An upload as the site's own page makes it, to a server on this port. */
export function newUpload(
  file: Buffer | NodeJS.ReadableStream,
  { port, cookie, ...options }: { port: number; cookie: string } & UploadOptions,
): Upload {
  return new Upload(file as Buffer, {
    endpoint: `http://127.0.0.1:${port}${UPLOADS_PATH}`,
    headers: { host: own(), origin: `http://${own()}`, cookie },
    metadata: { filename: 'A video.mp4', title: 'A video' },
    retryDelays: null,
    ...options,
  })
}

/** Sends until it is whole. @throws what the client gave up on. */
export function untilSent(upload: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    upload.options.onSuccess = () => resolve()
    upload.options.onError = reject
    upload.start()
  })
}

/** Sends about so many bytes, and then hangs up without a word. */
export function sendSome(upload: Upload, bytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    upload.options.onError = reject
    upload.options.onProgress = (sent) => {
      if (sent >= bytes) upload.abort().then(resolve, reject)
    }
    upload.start()
  })
}
