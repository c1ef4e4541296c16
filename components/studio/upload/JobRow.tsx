import Link from 'next/link'
import { Button } from '#components/ui/Button.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { isOver, type Job, type JobStep } from '#lib/transcoding/job.ts'

type Props = { job: Job; onCancel: (id: string) => void }

/** An upload and its transcoding: progress, links to the video, or the error. */
export function JobRow({ job, onCancel }: Props) {
  const { id, title, fileName, state, progress } = job
  return (
    <article aria-label={title} className="flex flex-col gap-2 border-b border-line py-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="font-medium break-words">{title}</p>
          <p className="text-sm text-mute break-words">{fileName}</p>
        </div>
        {state === 'done' ? (
          <div className="flex gap-4 text-sm">
            <Link prefetch={false} href={`/videos/${id}`} className="link">
              Watch
            </Link>
            <Link prefetch={false} href={`/studio/videos/${id}`} className="link">
              Details
            </Link>
          </div>
        ) : null}
        {isOver(job) ? null : (
          <Button kind="plain" onClick={() => onCancel(id)} aria-label={`Cancel ${title}`}>
            Cancel
          </Button>
        )}
      </div>
      {state === 'working' ? (
        <ProgressBar share={progress} label={`${Math.floor(progress * 100)} % processed`} />
      ) : null}
      <p className={`text-sm ${state === 'failed' ? 'text-bad-text' : 'text-mute'}`}>
        {statusText(job)}
      </p>
    </article>
  )
}

const STEP_TEXT: Record<JobStep, string> = {
  checking: 'Checking the file',
  encoding: 'Processing the video',
  pictures: 'Making thumbnails',
  finishing: 'Finishing',
}

function statusText({ state, step, progress, reason, isOwn }: Job): string {
  switch (state) {
    case 'uploading':
      return isOwn
        ? 'Upload incomplete. Choose the same file again to resume.'
        : 'Another owner is uploading this file.'
    case 'waiting':
      return 'Uploaded. Waiting to be processed.'
    case 'working':
      return !step || step === 'checking'
        ? `${STEP_TEXT.checking}…`
        : `${STEP_TEXT[step]}: ${Math.floor(progress * 100)} %. You can leave this page.`
    case 'done':
      return 'In the library.'
    case 'failed':
      return reason ?? 'Processing failed.'
    case 'cancelled':
      return 'Cancelled.'
  }
}
