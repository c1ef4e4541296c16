import type { ProbeProblem } from './probe.ts'

export type FailureReason = ProbeProblem | 'unusable' | 'gave-up' | 'abandoned'

/**
 * Why transcoding failed, as shown to the owner. The keys are stored with the job for a month:
 * `not-a-film` is a name of an earlier version.
 */
export const FAILURE_MESSAGES: Record<FailureReason, string> = {
  'not-a-film': 'This file is not a video, or its format is not supported. MP4, MOV and MKV work.',
  'no-picture': 'This file has no picture, only sound.',
  broken:
    'This file is damaged or incomplete, such as a recording that was cut off. Export it again.',
  unusable: 'This file cannot be read to its end. Export it again, for example as MP4.',
  'gave-up': 'Processing was interrupted three times and has been stopped. Upload the file again.',
  abandoned: 'The upload was not continued for a week, so it has been deleted.',
}
