import { Button } from '#components/ui/Button.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { bytesPerSecond, secondsLeft } from './uploadSpeed.ts'
import { formatBytes, formatTimeLeft } from './uploadText.ts'
import type { UploadState } from './useUpload.ts'

type Props = {
  upload: UploadState
  onPause: () => void
  onResume: () => void
  onCancel: () => void
}

/** A running upload: progress, speed and time left. */
export function UploadProgress({ upload, onPause, onResume, onCancel }: Props) {
  const { status, fileName, size, samples, message } = upload
  const sent = samples.at(-1)?.bytes ?? 0
  return (
    <section aria-label={`Upload of ${fileName}`} className="flex flex-col gap-3">
      <p className="font-medium break-words">{fileName}</p>
      <ProgressBar share={sent / size} label={`${percent(sent, size)} uploaded`} />
      <p className="figures text-sm text-mute">{progressText(upload, sent)}</p>
      {message ? (
        <p role="alert" className="text-sm text-bad-text">
          {message}
        </p>
      ) : null}
      <div className="flex gap-3">
        {status === 'sending' ? (
          <Button kind="quiet" onClick={onPause}>
            Pause
          </Button>
        ) : (
          <Button kind="quiet" onClick={onResume}>
            Resume
          </Button>
        )}
        <Button kind="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  )

  function progressText({ status }: UploadState, sent: number): string {
    const amount = `${percent(sent, size)} · ${formatBytes(sent)} of ${formatBytes(size)}`
    if (status !== 'sending') return sent > 0 ? amount : 'Paused'
    const [speed, left] = [bytesPerSecond(samples), secondsLeft(samples, size)]
    if (!speed || left === null) return amount
    return `${amount} · ${formatBytes(speed)}/s · ${formatTimeLeft(left)}`
  }
}

const percent = (part: number, whole: number) => `${Math.floor((part / whole) * 100)} %`
