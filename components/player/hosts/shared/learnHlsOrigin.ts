import Hls, { type BufferAppendedData } from 'hls.js'
import { learnOrigin } from './hlsOrigin.ts'

/** Learns from the pieces of a video, as hls.js lays them in, where its first frame lies. */
export function learnHlsOrigin(hls: Pick<Hls, 'on'>, video: HTMLVideoElement): void {
  hls.on(Hls.Events.BUFFER_APPENDED, (_, appended) => learn(video, appended))
}

function learn(video: HTMLVideoElement, { frag, timeRanges }: BufferAppendedData): void {
  const pictures = timeRanges.video ?? timeRanges.audiovideo
  const listed = frag.playlistOffset
  if (!pictures || typeof frag.sn !== 'number') return
  for (let range = 0; range < pictures.length; range += 1) {
    const isIts = pictures.end(range) > listed + frag.duration / 2
    if (isIts) learnOrigin(video, listed, pictures.start(range))
  }
}
