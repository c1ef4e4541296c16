import { formatVttTime } from './webVtt.ts'

/** A sheet of thumbnails of one size, in rows. Sizes are pixels of one thumbnail. */
export type StoryboardLayout = {
  secondsPerPicture: number
  count: number
  columns: number
  rows: number
  width: number
  height: number
  seconds: number
}

/** The interval of the key frames, from which the thumbnails are made. */
const MIN_SECONDS_PER_PICTURE = 2
const MAX_PICTURES = 300
const COLUMNS = 10
const LONGER_SIDE_PX = 160

export function layOutStoryboard(video: {
  seconds: number
  width: number
  height: number
}): StoryboardLayout {
  const secondsPerPicture = Math.max(
    MIN_SECONDS_PER_PICTURE,
    Math.ceil(video.seconds / MAX_PICTURES / MIN_SECONDS_PER_PICTURE) * MIN_SECONDS_PER_PICTURE,
  )
  const count = Math.max(1, Math.ceil(video.seconds / secondsPerPicture))
  const scale = LONGER_SIDE_PX / Math.max(video.width, video.height)
  const even = (pixels: number) => Math.max(2, Math.round((pixels * scale) / 2) * 2)
  return {
    secondsPerPicture,
    count,
    columns: Math.min(count, COLUMNS),
    rows: Math.ceil(count / COLUMNS),
    width: even(video.width),
    height: even(video.height),
    seconds: video.seconds,
  }
}

/** WebVTT with a cue for each thumbnail that locates it on the sheet (`#xywh=`), as players read it. */
export function writeStoryboardVtt(layout: StoryboardLayout, sheetName: string): string {
  const { secondsPerPicture, count, columns, width, height, seconds } = layout
  const cues = Array.from({ length: count }, (_, index) => {
    const [from, to] = [
      index * secondsPerPicture,
      Math.min(seconds, (index + 1) * secondsPerPicture),
    ]
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height]
    return `${formatVttTime(from)} --> ${formatVttTime(to)}\n${sheetName}#xywh=${x},${y},${width},${height}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}
