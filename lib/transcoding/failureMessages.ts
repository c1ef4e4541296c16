import type { ProbeProblem } from './probe.ts'

export type FailureReason = ProbeProblem | 'unusable' | 'gave-up' | 'abandoned'

/** Why no video came out of a file, in words for the owner. */
export const FAILURE_MESSAGES: Record<FailureReason, string> = {
  'not-a-video': 'This file is not a video, or of a kind nobody knows here. MP4, MOV and MKV work.',
  'no-picture': 'This file has no picture in it, only sound.',
  broken: 'This file is broken or not whole, as of a recording cut off. Export it once more.',
  unusable: 'This file cannot be read to its end. Export it once more, as MP4 for example.',
  'gave-up': 'The work on this file was cut off three times, so it was given up. Upload it again.',
  abandoned: 'Nothing more of this file came for a week, so what there was has been removed.',
}
