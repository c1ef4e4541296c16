import { Button } from '#components/ui/Button.tsx'
import { ProgressBar } from '#components/ui/ProgressBar.tsx'
import { speedOf, timeLeft } from './pace.ts'
import type { Sending } from './useUpload.ts'
import { bytesInWords, timeLeftInWords } from './words.ts'

type Props = {
  sending: Sending
  onPause: () => void
  onResume: () => void
  onCancel: () => void
}

/** A file on its way: how far, how fast, how long still. */
export function SendingNow({ sending, onPause, onResume, onCancel }: Props) {
  const { is, fileName, size, samples, message } = sending
  const sent = samples.at(-1)?.bytes ?? 0
  return (
    <section aria-label={`Upload of ${fileName}`} className="flex flex-col gap-3">
      <p className="font-medium break-words">{fileName}</p>
      <ProgressBar share={sent / size} label={`${percent(sent, size)} uploaded`} />
      <p className="figures text-sm text-mute">{howFar(sending, sent)}</p>
      {message ? (
        <p role="alert" className="text-sm text-bad-text">
          {message}
        </p>
      ) : null}
      <div className="flex gap-3">
        {is === 'sending' ? (
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

  function howFar({ is }: Sending, sent: number): string {
    const amount = `${percent(sent, size)} · ${bytesInWords(sent)} of ${bytesInWords(size)}`
    if (is !== 'sending') return sent > 0 ? amount : 'Paused'
    const [speed, left] = [speedOf(samples), timeLeft(samples, size)]
    if (!speed || left === null) return amount
    return `${amount} · ${bytesInWords(speed)}/s · ${timeLeftInWords(left)}`
  }
}

const percent = (part: number, whole: number) => `${Math.floor((part / whole) * 100)} %`
