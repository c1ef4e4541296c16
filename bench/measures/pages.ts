import { writeRole } from '#db/users.ts'
import {
  addCollection,
  appendVideo,
  changeCollection,
  getCollection,
} from '#lib/collections/collections.ts'
import type { Video } from '#lib/videos/video.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { type LoggedIn, logInMany } from '#testing/people.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { fillDays } from '../fill.ts'
import { loadPage } from '../load/loadPage.ts'
import { format, median, percentile } from '../numbers.ts'
import type { Result, TableRow } from '../result.ts'
import { SERVER, startSite } from '../site.ts'

/** The full load: each of the members watches each of the videos. */
const PEOPLE = 10_000
const VIDEOS = 100
const VIDEO_SECONDS = 120
const DAYS = 14
const WARM_UP_LOADS = 5
const LOADS = 30
const MAX_P95_MS = 300

type Loads = { path: string; ms: number[] }

/** Server time of every page of a site filled with the full load. */
export async function measurePages(log: (line: string) => void): Promise<Result> {
  const scale = Number(process.env.BENCH_SCALE)
  const lanes = await laneCount()
  const [owner, ...people] = await logInMany(PEOPLE + 1)
  const videos = await makeVideos(VIDEOS, { frames: VIDEO_SECONDS * FPS })
  const [video, other] = videos
  const member = people[0]
  if (!owner || !member || !video || !other) throw new Error('A member or a video is missing')
  await writeRole(owner.id, 'owner')
  log(`${format(PEOPLE)} members enrolled`)
  const busy = Math.round(PEOPLE * scale)
  // Every member has watched the first video, so its pages are the largest.
  const watched = new Map(people.map(({ id }, number) => [id, number < busy ? videos : [video]]))
  await fillDays(watched, { days: DAYS, lanes, slot: slotOf(Date.now()) })
  const watches = busy * VIDEOS + (PEOPLE - busy)
  log(`${format(watches)} watches filled`)
  const course = await makeCourse(videos)

  const site = await startSite(SERVER, { LOG_LEVEL: 'silent' })
  try {
    const studio = await loadAll(site.port, owner, studioPages(video, other, member.id, course))
    const members = await loadAll(site.port, member, memberPages(video, course))
    return {
      rows: [toRow('studio pages', studio), toRow("members' pages", members)],
      notes: [
        `${format(PEOPLE)} members, ${VIDEOS} videos, one collection of all of them; ${format(busy)} members have watched every video, all of them the first, over ${DAYS} days: ${format(watches)} watches (scale ${scale} of the full load, and one video with all of it). Each page ${LOADS} times, one after the other, after ${WARM_UP_LOADS} that do not count; ms from the request to the last byte.`,
        ...[...studio, ...members].map(
          ({ path, ms }) =>
            `\`${nameOf(path)}\`: ${format(median(ms))}, 95 % within ${format(percentile(ms, 0.95))}`,
        ),
      ],
    }
  } finally {
    await site.stop()
  }
}

async function makeCourse(videos: readonly Video[]): Promise<string> {
  const id = (await addCollection('A course', new Date())) ?? ''
  for (const video of videos) await appendVideo(id, video.id)
  const course = await getCollection(id)
  if (course) await changeCollection(id, { ...course, visibility: 'members' })
  return id
}

function studioPages(video: Video, other: Video, viewer: string, course: string): string[] {
  const base = `/studio/videos/${video.id}`
  return [
    '/studio',
    '/studio/members',
    '/studio/members?search=viewer',
    '/studio/members?search=nobody',
    `/studio/members/${viewer}`,
    '/studio/members/mail',
    '/studio/collections',
    `/studio/collections/${course}`,
    '/studio/videos/new',
    base,
    `${base}/analytics`,
    `${base}/analytics?view=1000-1060`,
    `${base}/analytics?with=${other.id}`,
    `${base}/viewers`,
    `${base}/viewers?sort=least&filter=unfinished&page=100`,
    `${base}/viewers/${viewer}`,
  ]
}

const memberPages = (video: Video, course: string): string[] => [
  '/videos',
  '/search?q=video',
  `/videos/${video.id}`,
  `/collections/${course}`,
  '/history',
  '/account',
]

async function loadAll(
  port: number,
  { cookie }: LoggedIn,
  paths: readonly string[],
): Promise<Loads[]> {
  const loads: Loads[] = []
  for (const path of paths) {
    const ms: number[] = []
    for (let time = -WARM_UP_LOADS; time < LOADS; time++) {
      const one = await loadPage(port, path, cookie)
      if (time >= 0) ms.push(one)
    }
    loads.push({ path, ms })
  }
  return loads
}

function toRow(measure: string, loads: readonly Loads[]): TableRow {
  const p95Of = ({ ms }: Loads) => percentile(ms, 0.95)
  const slowest = loads.toSorted((a, b) => p95Of(b) - p95Of(a))[0]
  if (!slowest) throw new Error('No page was loaded')
  const middle = median(loads.map(({ ms }) => median(ms)))
  return {
    measure: `${measure}, ms on the server`,
    ours: `p95 ${format(p95Of(slowest))} for the slowest, \`${nameOf(slowest.path)}\``,
    other: `${format(middle)} for the median of ${loads.length}`,
    ratio: '',
    target: `p95 < ${MAX_P95_MS} ms`,
    isMet: p95Of(slowest) < MAX_P95_MS,
  }
}

/** The path of a page with its ids removed. */
function nameOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '[id]')
}
