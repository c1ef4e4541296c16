import { vttTime } from './webVtt.ts'

/** Small pictures, all of one size, in rows; a picture stands for `every` seconds. */
export type Sheet = {
  every: number
  count: number
  columns: number
  rows: number
  width: number
  height: number
  seconds: number
}

/** Seconds between two pictures at least: there is one to be had every two. */
const LEAST = 2
const MOST_PICTURES = 300
const COLUMNS = 10
const LONGER_SIDE = 160

export function makeSheet(video: { seconds: number; width: number; height: number }): Sheet {
  const every = Math.max(LEAST, Math.ceil(video.seconds / MOST_PICTURES / LEAST) * LEAST)
  const count = Math.max(1, Math.ceil(video.seconds / every))
  const scale = LONGER_SIDE / Math.max(video.width, video.height)
  const even = (pixels: number) => Math.max(2, Math.round((pixels * scale) / 2) * 2)
  return {
    every,
    count,
    columns: Math.min(count, COLUMNS),
    rows: Math.ceil(count / COLUMNS),
    width: even(video.width),
    height: even(video.height),
    seconds: video.seconds,
  }
}

/** The list as players read it: a cue for each picture, with its place on the sheet. */
export function writeSheet(sheet: Sheet, name: string): string {
  const { every, count, columns, width, height, seconds } = sheet
  const cues = Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * every, Math.min(seconds, (index + 1) * every)]
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height]
    return `${vttTime(from)} --> ${vttTime(to)}\n${name}#xywh=${x},${y},${width},${height}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}
