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

/** The seed's load: so many members, and each of them so many videos. */
const PEOPLE = 10_000
const VIDEOS = 100
const VIDEO_SECONDS = 120
const DAYS = 14
const COLD = 5
const LOADS = 30
const MOST_MS = 300

type Took = { path: string; ms: number[] }

/** What the server takes for every page of a site with the seed's load on it. */
export async function measurePages(log: (line: string) => void): Promise<Result> {
  const scale = Number(process.env.BENCH_SCALE)
  const lanes = await laneCount()
  const [owner, ...people] = await logInMany(PEOPLE + 1)
  const videos = await makeVideos(VIDEOS, { frames: VIDEO_SECONDS * FPS })
  const [video, other] = videos
  const member = people[0]
  if (!owner || !member || !video || !other) throw new Error('nobody to look')
  await writeRole(owner.id, 'owner')
  log(`${format(PEOPLE)} members enrolled`)
  const busy = Math.round(PEOPLE * scale)
  // Everybody has seen the first video: that is the one that is looked at.
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
        `${format(PEOPLE)} members, ${VIDEOS} videos, one collection of all of them; ${format(busy)} members have watched every video, all of them the first, over ${DAYS} days: ${format(watches)} watches (scale ${scale} of the seed's load, and one video with all of it). Each page ${LOADS} times, one after the other, after ${COLD} that do not count; ms from the request to the last byte.`,
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
): Promise<Took[]> {
  const took: Took[] = []
  for (const path of paths) {
    const ms: number[] = []
    for (let time = -COLD; time < LOADS; time++) {
      const one = await loadPage(port, path, cookie)
      if (time >= 0) ms.push(one)
    }
    took.push({ path, ms })
  }
  return took
}

function toRow(measure: string, took: readonly Took[]): TableRow {
  const slow = ({ ms }: Took) => percentile(ms, 0.95)
  const slowest = took.toSorted((a, b) => slow(b) - slow(a))[0]
  if (!slowest) throw new Error('no page was loaded')
  const middle = median(took.map(({ ms }) => median(ms)))
  return {
    measure: `${measure}, ms on the server`,
    ours: `p95 ${format(slow(slowest))} for the slowest, \`${nameOf(slowest.path)}\``,
    other: `${format(middle)} for the one in the middle of ${took.length}`,
    ratio: '',
    target: `p95 < ${MOST_MS} ms`,
    isMet: slow(slowest) < MOST_MS,
  }
}

/** A page without whose or what it is. */
function nameOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '[id]')
}
