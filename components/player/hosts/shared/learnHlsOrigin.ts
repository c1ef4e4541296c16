import Hls, { type BufferAppendedData } from 'hls.js'
import { learnOrigin } from './hlsOrigin.ts'

/** Learns the time of a video's first frame from the segments that hls.js appends. */
export function learnHlsOrigin(hls: Pick<Hls, 'on'>, video: HTMLVideoElement): void {
  hls.on(Hls.Events.BUFFER_APPENDED, (_, appended) => learn(video, appended))
}

function learn(video: HTMLVideoElement, { frag, timeRanges }: BufferAppendedData): void {
  const buffered = timeRanges.video ?? timeRanges.audiovideo
  const listed = frag.playlistOffset
  if (!buffered || typeof frag.sn !== 'number') return
  for (let range = 0; range < buffered.length; range += 1) {
    const holdsFragment = buffered.end(range) > listed + frag.duration / 2
    if (holdsFragment) learnOrigin(video, listed, buffered.start(range))
  }
}
