/** The last three are final; `waiting` jobs are run one at a time. */
export type JobState = 'uploading' | 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'

export type JobStep = 'checking' | 'encoding' | 'pictures' | 'finishing'

/** An upload and its transcoding, as owners see it. Browser-safe; dates are ISO 8601. */
export type Job = {
  /** Also the id of the upload and of the video. */
  id: string
  title: string
  fileName: string
  size: number
  state: JobState
  step: JobStep | null
  /** From 0 to 1, of the work after the upload. */
  progress: number
  /** The error message for the owner. */
  reason: string | null
  /** Whether the reader added it, and so may resume its upload. */
  isOwn: boolean
  createdAt: string
}

/** Whether its state is final. */
export function isOver({ state }: Pick<Job, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}
