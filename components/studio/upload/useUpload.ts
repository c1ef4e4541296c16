import { useRef, useState } from 'react'
import type { DetailedError, Upload } from 'tus-js-client'
import { CHUNK_BYTES, UPLOADS_PATH } from '#lib/uploads/protocol.ts'
import { addSample, type ProgressSample } from './uploadSpeed.ts'
import { refusalMessage } from './uploadText.ts'

/** An upload; `id` is known after the server's first response. */
export type UploadState = {
  status: 'sending' | 'paused' | 'failed' | 'sent'
  id: string | null
  fileName: string
  size: number
  samples: ProgressSample[]
  /** The error message. */
  message: string | null
}

/** A broken connection is retried for ten minutes. */
const RETRY_DELAYS_MS = [1000, 3000, 5000, 10_000, ...Array.from({ length: 30 }, () => 20_000)]

/**
 * Uploads one file at a time and resumes interrupted uploads: `localStorage` maps files to uploads, and
 * the server reports how much of one it has.
 * @param onChange called when an upload was created or completed
 */
export function useUpload(onChange: () => void) {
  const upload = useRef<Upload>(null)
  const [sending, setSending] = useState<UploadState | null>(null)
  const change = (part: Partial<UploadState>) => setSending((now) => now && { ...now, ...part })

  async function start(file: File, title: string, replaces?: string) {
    setSending({
      status: 'sending',
      id: null,
      fileName: file.name,
      size: file.size,
      samples: [],
      message: null,
    })
    const { Upload } = await import('tus-js-client')
    const next = new Upload(file, {
      endpoint: UPLOADS_PATH,
      metadata: { filename: file.name, title, ...(replaces ? { replaces } : {}) },
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      removeFingerprintOnSuccess: true,
      onUploadUrlAvailable() {
        change({ id: idOf(next) })
        onChange()
      },
      onProgress(bytes) {
        const sample = { at: performance.now(), bytes }
        setSending((now) => now && { ...now, samples: addSample(now.samples, sample) })
      },
      onSuccess() {
        change({ status: 'sent', id: idOf(next) })
        onChange()
      },
      onError(error) {
        const { originalResponse } = error as Partial<DetailedError>
        change({ status: 'failed', message: refusalMessage(originalResponse?.getBody()) })
      },
    })
    upload.current = next
    const previous = await next.findPreviousUploads()
    const earlier = previous.find(({ metadata }) => metadata.replaces === replaces)
    if (earlier) {
      next.resumeFromPreviousUpload(earlier)
      change({ id: idOf(next) })
    }
    next.start()
  }

  async function pause() {
    await upload.current?.abort()
    change({ status: 'paused', samples: [] })
  }

  function resume() {
    change({ status: 'sending', message: null, samples: [] })
    upload.current?.start()
  }

  /** Stops and forgets the upload; what the server has of it stays. */
  async function drop() {
    await upload.current?.abort()
    setSending(null)
  }

  return { sending, start, pause, resume, drop }
}

function idOf({ url }: Upload): string | null {
  return url?.split('/').at(-1) ?? null
}
