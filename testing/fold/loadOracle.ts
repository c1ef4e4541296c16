import { isDeepStrictEqual } from 'node:util'
import type { Video } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import type { WireSegment } from '#lib/watch/protocol/beacon.ts'

type Truth = { plays: number[]; viewers: number[]; views: number }

/**
 * What the curves must say: one number a frame, added up by whoever sent it, at its acknowledgement.
 * For watches of which each has a viewer and video of its own.
 */
export class Oracle {
  readonly #truths: Truth[]

  constructor(videos: readonly Video[]) {
    this.#truths = videos.map(({ frames }) => ({
      plays: new Array<number>(frames).fill(0),
      viewers: new Array<number>(frames).fill(0),
      views: 0,
    }))
  }

  add(video: number, segments: readonly WireSegment[]): void {
    const truth = this.#truths[video]
    if (!truth) throw new Error(`There is no video ${video}`)
    const seen = new Set<number>()
    for (const [start, end] of segments)
      for (let frame = start; frame < end; frame++) {
        truth.plays[frame] = (truth.plays[frame] ?? 0) + 1
        seen.add(frame)
      }
    for (const frame of seen) truth.viewers[frame] = (truth.viewers[frame] ?? 0) + 1
    truth.views++
  }

  /** @throws Error naming the first video whose curve says something else. */
  async check(videos: readonly Video[]): Promise<void> {
    for (const [number, video] of videos.entries()) {
      const { plays, viewers, views, uniqueViewers } = await readRetention(video, 'all')
      const truth = this.#truths[number]
      const isTrue =
        isDeepStrictEqual({ plays, viewers, views }, truth) && uniqueViewers === truth?.views
      if (!isTrue) throw new Error(`The curve of video ${number} is not what was acknowledged`)
    }
  }
}
