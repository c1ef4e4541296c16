import { Upload, type UploadOptions } from 'tus-js-client'
import { UPLOADS_PATH } from '#lib/uploads/protocol.ts'
import { configuredHost } from '#testing/http.ts'

/** An upload as the site's own page sends it, to a server on this port. */
export function newUpload(
  file: Buffer | NodeJS.ReadableStream,
  { port, cookie, ...options }: { port: number; cookie: string } & UploadOptions,
): Upload {
  return new Upload(file as Buffer, {
    endpoint: `http://127.0.0.1:${port}${UPLOADS_PATH}`,
    headers: { host: configuredHost(), origin: `http://${configuredHost()}`, cookie },
    metadata: { filename: 'A video.mp4', title: 'A video' },
    retryDelays: null,
    ...options,
  })
}

/** Uploads the whole file. @throws the error with which the client gave up. */
export function untilSent(upload: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    upload.options.onSuccess = () => resolve()
    upload.options.onError = reject
    upload.start()
  })
}

/** Uploads about `bytes` bytes, then aborts the connection. */
export function sendSome(upload: Upload, bytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    upload.options.onError = reject
    upload.options.onProgress = (sent) => {
      if (sent >= bytes) upload.abort().then(resolve, reject)
    }
    upload.start()
  })
}
