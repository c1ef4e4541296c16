/** A job ends in one of the last three; `waiting` for a worker, which does one at a time. */
export type JobState = 'uploading' | 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'

export type JobStep = 'checking' | 'encoding' | 'pictures' | 'finishing'

/** What an owner is told of an upload and of what is made of it. Browser-safe; dates are ISO 8601. */
export type Job = {
  /** Of the upload, and of the video that comes out. */
  id: string
  title: string
  fileName: string
  size: number
  state: JobState
  step: JobStep | null
  /** From 0 to 1, of what comes after the upload. */
  progress: number
  /** What went wrong, in words for the owner. */
  reason: string | null
  /** Whether the one who asks may go on with its upload. */
  isOwn: boolean
  createdAt: string
}

/** Whether nothing more will come of it. */
export function isOver({ state }: Pick<Job, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}
