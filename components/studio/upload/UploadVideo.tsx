'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Notice } from '#components/ui/Notice.tsx'
import { isOver } from '#lib/transcoding/job.ts'
import { MAX_TITLE_CHARS, MAX_UPLOAD_BYTES, titleOfFile } from '#lib/uploads/protocol.ts'
import { JobRow } from './JobRow.tsx'
import { UploadProgress } from './UploadProgress.tsx'
import { formatBytes } from './uploadText.ts'
import { useJobs } from './useJobs.ts'
import { useUpload } from './useUpload.ts'

const MAX_FINISHED_SHOWN = 10

type Props = {
  /** `missingTools()`: why the server cannot transcode, or null. */
  missing: string | null
  /** The video to replace, whose title is kept. */
  replaces?: { id: string; title: string }
}

/**
 * Uploads a video file and shows its transcoding and that of earlier uploads. An upload that was cut
 * off, also by closing the browser, resumes when the same file is chosen again.
 */
export function UploadVideo({ missing, replaces }: Props) {
  const { jobs, refresh, cancel } = useJobs()
  const { sending, start, pause, resume, drop } = useUpload(refresh)
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')

  if (missing) return <Notice tone="bad">{missing}</Notice>

  const isSending = sending !== null && sending.status !== 'sent'
  const isTooLarge = file !== null && file.size > MAX_UPLOAD_BYTES

  function choose(chosen: File | null) {
    setFile(chosen)
    setTitle(chosen ? titleOfFile(chosen.name) : '')
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!file || isTooLarge) return
    event.currentTarget.reset()
    choose(null)
    void start(file, replaces?.title ?? title, replaces?.id)
  }

  async function cancelSending() {
    const id = sending?.id
    await drop()
    if (id) await cancel(id)
  }

  const others = jobs?.filter(({ id }) => !isSending || id !== sending.id) ?? []
  const shown = [
    ...others.filter((job) => !isOver(job)),
    ...others.filter(isOver).slice(0, MAX_FINISHED_SHOWN),
  ]
  return (
    <div className="flex flex-col gap-8">
      {isSending ? (
        <UploadProgress
          upload={sending}
          onPause={pause}
          onResume={resume}
          onCancel={cancelSending}
        />
      ) : (
        <form onSubmit={submit} className="flex max-w-form flex-col gap-4">
          <Field
            label="File"
            type="file"
            required
            accept="video/*,.mkv,.mxf"
            hint={`MP4, MOV, MKV and most others, up to ${formatBytes(MAX_UPLOAD_BYTES)}.`}
            error={isTooLarge ? 'This file is too large.' : undefined}
            onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
          />
          {file && !replaces ? (
            <Field
              label="Title"
              required
              maxLength={MAX_TITLE_CHARS}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          ) : null}
          <Button type="submit" kind="quiet" className="self-start">
            Upload
          </Button>
        </form>
      )}
      {shown.length > 0 ? (
        <section aria-label="Uploads" className="border-t border-line">
          {shown.map((job) => (
            <JobRow key={job.id} job={job} onCancel={cancel} />
          ))}
        </section>
      ) : null}
    </div>
  )
}
