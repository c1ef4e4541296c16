import Link from 'next/link'
import { Button } from '#components/ui/Button.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { isOver, type Job, type JobStep } from '#lib/transcoding/job.ts'

type Props = { job: Job; onCancel: (id: string) => void }

/** What becomes of an upload: how far its video is, the video, or why there is none. */
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
        <ProgressBar share={progress} label={`${Math.floor(progress * 100)} % made`} />
      ) : null}
      <p className={`text-sm ${state === 'failed' ? 'text-bad-text' : 'text-mute'}`}>
        {statusText(job)}
      </p>
    </article>
  )
}

const STEP_TEXT: Record<JobStep, string> = {
  checking: 'The file is being checked.',
  encoding: 'The video is being made',
  pictures: 'Pictures of it are being taken',
  finishing: 'It is being put into the library',
}

function statusText({ state, step, progress, reason, isOwn }: Job): string {
  switch (state) {
    case 'uploading':
      return isOwn
        ? 'Not whole yet. Choose the same file again, and it goes on where it stopped.'
        : 'Somebody else is uploading it.'
    case 'waiting':
      return 'Uploaded. It waits for its turn.'
    case 'working':
      return !step || step === 'checking'
        ? STEP_TEXT.checking
        : `${STEP_TEXT[step]}: ${Math.floor(progress * 100)} %. You may leave this page.`
    case 'done':
      return 'In the library.'
    case 'failed':
      return reason ?? 'It did not work.'
    case 'cancelled':
      return 'Cancelled.'
  }
}
