import { firstFrameOfBin, type Retention } from './retention.ts'

/** One line a frame, or a bin with its first frame; `viewers` is empty over several days. */
export function toCsv({ frames, plays, viewers }: Retention): string {
  const lines = plays.map((count, i) => {
    const frame = firstFrameOfBin(i, plays.length, frames)
    return `${frame},${count},${viewers?.[i] ?? ''}`
  })
  return ['frame,plays,viewers', ...lines, ''].join('\r\n')
}
