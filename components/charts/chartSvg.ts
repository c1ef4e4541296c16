import { formatCount, pluralize } from '#lib/format/numbers.ts'
import type { Video } from '#lib/videos/video.ts'
import { binByMax } from '#lib/watch/aggregate/bins.ts'
import { indexOfMax } from '#lib/watch/aggregate/frameCounts.ts'
import { periodName } from '#lib/watch/analytics/period.ts'
import type { VideoCounts } from '#lib/watch/analytics/retention.ts'
import { axisTicks } from './axisTicks.ts'
import { wholeVideo } from './frameView.ts'
import { countScale, PLOT } from './plot.ts'
import { stepArea, stepPath } from './stepPath.ts'

type Counts = Pick<VideoCounts, 'plays' | 'viewers' | 'views' | 'asOf'>

const LEFT = 24
const TOP = 84
const SIZE = { width: PLOT.width + 100, height: PLOT.height + 140 }
/** The light theme's tokens: a file has no theme to follow. */
const colors = {
  text: '#241d18',
  mute: '#60584f',
  line: '#e0dad2',
  plays: '#b87620',
  viewers: '#2b7f93',
}

/** The retention chart as a standalone SVG file: title, curves, axes, legend, and the time of the counts. */
export function chartSvg(video: Video, { plays, viewers, views, asOf }: Counts, period: string) {
  const { top, ticks } = countScale(plays[indexOfMax(plays)] ?? 0)
  const x = (frame: number) => LEFT + (frame / Math.max(1, plays.length)) * PLOT.width
  const y = (value: number) => TOP + PLOT.height * (1 - value / top)
  const played = binByMax(plays, PLOT.width)
  const watched = viewers && binByMax(viewers, PLOT.width)
  const bottom = TOP + PLOT.height
  const text = (at: [number, number], content: string, attributes = '') =>
    `<text x="${at[0]}" y="${at[1]}" font-size="13" fill="${colors.mute}" ${attributes}>${escaped(content)}</text>`
  const parts = [
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="#fbf9f6"/>`,
    text([LEFT, 34], video.title, `style="font-size:22px;fill:${colors.text}"`),
    text(
      [LEFT, 56],
      `${pluralize(views, 'play')}, ${periodName(period)} (UTC) · ${formatCount(video.frames)} frames, ${video.precision} · as of ${asOf.slice(0, 16).replace('T', ' ')} UTC`,
    ),
    ...ticks.flatMap(({ value }) => [
      `<path d="M${LEFT},${y(value)}h${PLOT.width}" stroke="${colors.line}"/>`,
      text([LEFT + PLOT.width + 8, y(value) + 4], formatCount(value)),
    ]),
    ...axisTicks(wholeVideo(plays.length), plays.length, video.fps).map(({ share, label }) =>
      text([LEFT + share * PLOT.width, bottom + 20], label, 'text-anchor="middle"'),
    ),
    `<path d="${stepArea(played, x, y)}" fill="${colors.plays}" fill-opacity="0.13"/>`,
    `<path d="${stepPath(played, x, y)}" fill="none" stroke="${colors.plays}" stroke-width="1.7"/>`,
    watched
      ? `<path d="${stepPath(watched, x, y)}" fill="none" stroke="${colors.viewers}" stroke-width="1.6" stroke-dasharray="5 3"/>`
      : '',
    text(
      [LEFT, bottom + 46],
      `— plays${watched ? '    - - unique viewers' : ''}`,
      'xml:space="preserve"',
    ),
  ]
  const { width, height } = SIZE
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Geist, system-ui, sans-serif">${parts.join('')}</svg>\n`
}

/** Drops characters that XML forbids and escapes those with a meaning in it. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
